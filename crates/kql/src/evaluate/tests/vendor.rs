//! Details that the vendor's reference states: nulls, restarts, windows and defaults.

use super::forms::all;
use super::*;

#[test]
fn a_search_for_a_place_has_a_window_and_an_occurrence() {
    all(&[
        (
            "print indexof('abcabc', 'b', 2), indexof('abcabc', 'b', -3), indexof('abcabc', 'b', 2, 2), \
             indexof('abcabc', 'b', 0, -1, 2), indexof('abcabc', 'b', 0, -2)",
            json!([[4, 4, -1, 4, null]]),
        ),
        (
            "let l = dynamic(['a', 'b', 'a', 'b']); print array_index_of(l, 'b', 2), array_index_of(l, 'a', -3), \
             array_index_of(l, 'b', 0, 1), array_index_of(l, 'b', 0, -1, 2), array_index_of(l, 'b', 0, -1, -1)",
            json!([[3, 2, -1, 3, null]]),
        ),
    ]);
}

#[test]
fn sorted_lists_have_their_nulls_last_and_numbers_before_texts() {
    all(&[
        (
            "print array_sort_asc(dynamic([3, null, 'a', 1])), array_sort_desc(dynamic([1, null, 3]))",
            json!([["[1,3,\"a\",null]", "[3,1,null]"]]),
        ),
        (
            "print array_sort_asc(dynamic([3, null, 1]), false)",
            json!([["[null,1,3]"]]),
        ),
    ]);
}

#[test]
fn numbers_are_padded_and_shifted_by_the_remainder() {
    all(&[(
        "print tohex(256, 8), tohex(256, 2), binary_shift_left(1, 66), binary_shift_right(8, 1), binary_shift_left(1, -1)",
        json!([["00000100", "100", 4, 4, null]]),
    )]);
}

#[test]
fn a_group_with_only_nulls_has_an_extreme_row() {
    all(&[(
        "datatable(A:string, N:long, B:string)['x', long(null), 'first', 'x', long(null), 'other', 'y', 1, 'one', \
         'y', long(null), 'none'] | summarize arg_max(N, B) by A",
        json!([["x", null, "first"], ["y", 1, "one"]]),
    )]);
}

#[test]
fn numbers_and_sums_of_rows_restart() {
    all(&[(
        "datatable(A:string, N:long)['x', 1, 'x', 2, 'y', 4, 'y', 8] | serialize \
         | extend R = row_number(1, prev(A) != A), S = row_cumsum(N, prev(A) != A)",
        json!([
            ["x", 1, 1, 1],
            ["x", 2, 2, 3],
            ["y", 4, 1, 4],
            ["y", 8, 2, 12]
        ]),
    )]);
}

#[test]
fn an_empty_list_has_no_row_and_a_null_has_one() {
    all(&[
        (
            "datatable(A:long, L:dynamic)[1, dynamic([]), 2, dynamic(null), 3, dynamic([7, 8]), 4, dynamic({})] \
             | mv-expand L",
            json!([[2, null], [3, 7], [3, 8]]),
        ),
        (
            "print L = dynamic({'a': 1, 'b': 2}) | mv-expand kind=array L",
            json!([["[\"a\",1]"], ["[\"b\",2]"]]),
        ),
        (
            "print L = dynamic(['a', 'b', 'c']) | mv-apply with_itemindex=I V = L limit 2 on (where I > 0) | project V, I",
            json!([["b", 1]]),
        ),
        (
            "print L = range(1, 300) | mvexpand L | count",
            json!([[128]]),
        ),
        (
            "print L = range(1, 300) | mv-expand L | count",
            json!([[300]]),
        ),
    ]);
}

#[test]
fn an_object_is_unpacked_with_options() {
    all(&[
        (
            "datatable(D:dynamic)[dynamic({'a': 1, 'b': 2, 'c': 3})] \
             | evaluate bag_unpack(D, ignoredProperties=dynamic(['a', 'c']))",
            json!([[2]]),
        ),
        (
            "datatable(D:dynamic)[dynamic({'a': 1})] | evaluate bag_unpack(D, 'p_')",
            json!([[1]]),
        ),
    ]);
    let problem = ask("T | evaluate bag_unpack(Tags, columnsConflict='keep_source')").unwrap_err();
    assert_eq!(problem.kind, ProblemKind::NotEvaluated);
}

#[test]
fn percentages_are_also_a_list_and_terms_are_whole() {
    all(&[
        (
            "range A from 1 to 10 step 1 | summarize percentiles_array(A, dynamic([10, 50])), percentiles_array(A, 90)",
            json!([["[1,5]", "[9]"]]),
        ),
        (
            "range A from 1 to 10 step 1 | summarize Half = percentile(A, 50) / 2.0",
            json!([[2.5]]),
        ),
        (
            "print has_any_index('this example', dynamic(['exam', 'EXAMPLE'])), has_any_index('a', dynamic([]))",
            json!([[1, -1]]),
        ),
    ]);
}
