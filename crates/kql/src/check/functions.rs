//! The scalar functions of the language: names, arguments and types.
//!
//! Source: the KQL reference of Azure Data Explorer, list of scalar functions.

use super::columns::Columns;
use super::expressions::is_text;
use super::{Checker, aggregates};
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::syntax::{Argument, Form, Name};

/// A function: its name, a letter for each argument, and a letter for its result.
///
/// - `a`: any type; `t`: text; `n`: number; `d`: datetime; `s`: timespan; `b`: bool; `j`: dynamic or text.
/// - After `?` arguments may be left out. A last `*` repeats the argument before it.
/// - The result is a type (`l` long, `r` real, `g` guid, `u` not known), or the type of an argument (`0`, `1`).
type Entry = (&'static str, &'static str, char);

/// The functions, by name.
const FUNCTIONS: &[Entry] = &[
    ("abs", "a", '0'),
    ("acos", "n", 'r'),
    ("ago", "s", 'd'),
    ("around", "aaa", 'b'),
    ("array_concat", "j*", 'j'),
    ("array_iff", "jaa", 'j'),
    ("array_iif", "jaa", 'j'),
    ("array_index_of", "ja?nnn", 'l'),
    ("array_length", "j", 'l'),
    ("array_reverse", "j", 'j'),
    ("array_rotate_left", "jn", 'j'),
    ("array_rotate_right", "jn", 'j'),
    ("array_shift_left", "jn?a", 'j'),
    ("array_shift_right", "jn?a", 'j'),
    ("array_slice", "jnn", 'j'),
    ("array_sort_asc", "ja*", 'j'),
    ("array_sort_desc", "ja*", 'j'),
    ("array_split", "ja", 'j'),
    ("array_sum", "j", 'r'),
    ("asin", "n", 'r'),
    ("assert", "bt", 'b'),
    ("atan", "n", 'r'),
    ("atan2", "nn", 'r'),
    ("bag_has_key", "jt", 'b'),
    ("bag_keys", "j", 'j'),
    ("bag_merge", "j*", 'j'),
    ("bag_pack", "a*", 'j'),
    ("bag_pack_columns", "a*", 'j'),
    ("bag_remove_keys", "jj", 'j'),
    ("bag_set_key", "jta", 'j'),
    ("bag_zip", "jj", 'j'),
    ("base64_decode_toarray", "t", 'j'),
    ("base64_decode_toguid", "t", 'g'),
    ("base64_decode_tostring", "t", 't'),
    ("base64_decodestring", "t", 't'),
    ("base64_encode_fromarray", "j", 't'),
    ("base64_encode_fromguid", "a", 't'),
    ("base64_encode_tostring", "t", 't'),
    ("base64_encodestring", "t", 't'),
    ("binary_and", "nn", 'l'),
    ("binary_not", "n", 'l'),
    ("binary_or", "nn", 'l'),
    ("binary_shift_left", "nn", 'l'),
    ("binary_shift_right", "nn", 'l'),
    ("binary_xor", "nn", 'l'),
    ("beta_cdf", "nnn", 'r'),
    ("beta_inv", "nnn", 'r'),
    ("beta_pdf", "nnn", 'r'),
    ("bin", "aa", '0'),
    ("bin_at", "aaa", '0'),
    ("bin_auto", "a", '0'),
    ("bitset_count_ones", "n", 'l'),
    ("case", "baa*", '1'),
    ("ceiling", "n", '0'),
    ("coalesce", "a*", '0'),
    ("column_ifexists", "ta", '1'),
    ("column_names_of", "a", 'j'),
    ("columnifexists", "ta", '1'),
    ("convert_angle", "ntt", 'r'),
    ("convert_energy", "ntt", 'r'),
    ("convert_length", "ntt", 'r'),
    ("convert_mass", "ntt", 'r'),
    ("convert_speed", "ntt", 'r'),
    ("convert_temperature", "ntt", 'r'),
    ("convert_volume", "ntt", 'r'),
    ("cos", "n", 'r'),
    ("cot", "n", 'r'),
    ("countof", "tt?t", 'l'),
    ("current_cluster_endpoint", "", 't'),
    ("current_database", "", 't'),
    ("current_principal", "", 't'),
    ("current_principal_details", "", 'j'),
    ("current_principal_is_member_of", "t*", 'b'),
    ("cursor_after", "t", 'b'),
    ("datetime_add", "tnd", 'd'),
    ("datetime_diff", "tdd", 'l'),
    ("datetime_list_timezones", "", 'j'),
    ("datetime_local_to_utc", "dt", 'd'),
    ("datetime_part", "td", 'l'),
    ("datetime_utc_to_local", "dt", 'd'),
    ("dayofmonth", "d", 'l'),
    ("dayofweek", "d", 's'),
    ("dayofyear", "d", 'l'),
    ("dcount_hll", "j", 'l'),
    ("degrees", "n", 'r'),
    ("dynamic_to_json", "j", 't'),
    ("endofday", "d?n", 'd'),
    ("endofmonth", "d?n", 'd'),
    ("endofweek", "d?n", 'd'),
    ("endofyear", "d?n", 'd'),
    ("erf", "n", 'r'),
    ("erfc", "n", 'r'),
    ("estimate_data_size", "a*", 'l'),
    ("exp", "n", 'r'),
    ("exp10", "n", 'r'),
    ("exp2", "n", 'r'),
    ("extent_id", "", 'g'),
    ("extent_tags", "", 'j'),
    ("extract", "tnt?a", 't'),
    ("extract_all", "tj?j", 'j'),
    ("extract_json", "tt?a", 't'),
    ("extractjson", "tt?a", 't'),
    ("floor", "aa", '0'),
    ("format_bytes", "n?nt", 't'),
    ("format_datetime", "dt", 't'),
    ("format_ipv4", "a?n", 't'),
    ("format_ipv4_mask", "a?n", 't'),
    ("format_timespan", "st", 't'),
    ("gamma", "n", 'r'),
    ("geo_info_from_ip_address", "t", 'j'),
    ("geo_distance_2points", "nnnn", 'r'),
    ("geo_geohash_to_central_point", "t", 'j'),
    ("geo_point_in_circle", "nnnnn", 'b'),
    ("geo_point_in_polygon", "nnj", 'b'),
    ("geo_point_to_geohash", "nn?n", 't'),
    ("geo_point_to_h3cell", "nn?n", 't'),
    ("geo_point_to_s2cell", "nn?n", 't'),
    ("getmonth", "d", 'l'),
    ("gettype", "a", 't'),
    ("getyear", "d", 'l'),
    ("gzip_compress_to_base64_string", "t", 't'),
    ("gzip_decompress_from_base64_string", "t", 't'),
    ("has_any_index", "tj", 'l'),
    ("has_any_ipv4", "ta*", 'b'),
    ("has_any_ipv4_prefix", "ta*", 'b'),
    ("has_ipv4", "tt", 'b'),
    ("has_ipv4_prefix", "tt", 'b'),
    ("hash", "a?n", 'l'),
    ("hash_combine", "a*", 'l'),
    ("hash_many", "a*", 'l'),
    ("hash_md5", "a", 't'),
    ("hash_sha1", "a", 't'),
    ("hash_sha256", "a", 't'),
    ("hash_xxhash64", "a?n", 'l'),
    ("hll_merge", "j*", 'j'),
    ("hourofday", "d", 'l'),
    ("iff", "baa", '1'),
    ("iif", "baa", '1'),
    ("indexof", "tt?nnn", 'l'),
    ("indexof_regex", "tt?nnn", 'l'),
    ("ingestion_time", "", 'd'),
    ("ipv4_compare", "tt?n", 'l'),
    ("ipv4_is_in_any_range", "tj*", 'b'),
    ("ipv4_is_in_range", "tt", 'b'),
    ("ipv4_is_match", "tt?n", 'b'),
    ("ipv4_is_private", "t", 'b'),
    ("ipv4_netmask_suffix", "t", 'l'),
    ("ipv4_range_to_cidr_list", "tt", 'j'),
    ("ipv6_compare", "tt?n", 'l'),
    ("ipv6_is_in_any_range", "tj*", 'b'),
    ("ipv6_is_in_range", "tt", 'b'),
    ("ipv6_is_match", "tt?n", 'b'),
    ("isascii", "t", 'b'),
    ("isempty", "a", 'b'),
    ("isfinite", "n", 'b'),
    ("isinf", "n", 'b'),
    ("isnan", "n", 'b'),
    ("isnotempty", "a", 'b'),
    ("isnotnull", "a", 'b'),
    ("notnull", "a", 'b'),
    ("notempty", "a", 'b'),
    ("isnull", "a", 'b'),
    ("isutf8", "t", 'b'),
    ("jaccard_index", "jj", 'r'),
    ("log", "n", 'r'),
    ("log10", "n", 'r'),
    ("log2", "n", 'r'),
    ("loggamma", "n", 'r'),
    ("make_datetime", "nnn?nnn", 'd'),
    ("make_string", "a*", 't'),
    ("make_timespan", "nn?nn", 's'),
    ("max_of", "a*", '0'),
    ("merge_tdigest", "j*", 'j'),
    ("merge_tdigests", "j*", 'j'),
    ("min_of", "a*", '0'),
    ("monthofyear", "d", 'l'),
    ("new_guid", "", 'g'),
    ("next", "a?na", '0'),
    ("not", "b", 'b'),
    ("now", "?s", 'd'),
    ("pack", "a*", 'j'),
    ("pack_all", "?b", 'j'),
    ("pack_array", "a*", 'j'),
    ("pack_dictionary", "a*", 'j'),
    ("parse_command_line", "tt", 'j'),
    ("parse_csv", "t", 'j'),
    ("parse_ipv4", "t", 'l'),
    ("parse_ipv4_mask", "tn", 'l'),
    ("parse_ipv6", "t", 't'),
    ("parse_ipv6_mask", "tn", 't'),
    ("parse_json", "a", 'j'),
    ("parsejson", "a", 'j'),
    ("parse_path", "t", 'j'),
    ("parse_url", "t", 'j'),
    ("parse_urlquery", "t", 'j'),
    ("parse_user_agent", "tj", 'j'),
    ("parse_version", "t", 'u'),
    ("parse_xml", "t", 'j'),
    ("percentile_array_tdigest", "ja*", 'j'),
    ("percentile_tdigest", "jn", 'r'),
    ("percentrank_tdigest", "ja", 'r'),
    ("pi", "", 'r'),
    ("pow", "nn", 'r'),
    ("prev", "a?na", '0'),
    ("punycode_domain_from_string", "t", 't'),
    ("punycode_domain_to_string", "t", 't'),
    ("punycode_from_string", "t", 't'),
    ("punycode_to_string", "t", 't'),
    ("radians", "n", 'r'),
    ("rand", "?n", 'r'),
    ("range", "aa?a", 'j'),
    ("rank_tdigest", "ja", 'r'),
    ("regex_quote", "t", 't'),
    ("repeat", "an", 'j'),
    ("replace", "ttt", 't'),
    ("replace_regex", "ttt", 't'),
    ("replace_string", "ttt", 't'),
    ("replace_strings", "tjj", 't'),
    ("reverse", "a", 't'),
    ("round", "n?n", 'r'),
    ("row_cumsum", "n?b", '0'),
    ("row_number", "?nb", 'l'),
    ("row_rank_dense", "a?b", 'l'),
    ("row_rank_min", "a?b", 'l'),
    ("row_window_session", "dss?b", 'd'),
    ("series_decompose", "j?nntnt", 'j'),
    ("series_decompose_anomalies", "j?nnntntn", 'j'),
    ("series_decompose_forecast", "jn?ntn", 'j'),
    ("series_fill_backward", "j?a", 'j'),
    ("series_fill_const", "j?aa", 'j'),
    ("series_fill_forward", "j?a", 'j'),
    ("series_fill_linear", "j?aba", 'j'),
    ("series_fir", "jj?bb", 'j'),
    ("series_fit_line", "j", 'u'),
    ("series_iir", "jjj", 'j'),
    ("series_outliers", "j?tnnn", 'j'),
    ("series_periods_detect", "jnnn", 'u'),
    ("series_stats", "j?b", 'u'),
    ("series_stats_dynamic", "j?b", 'j'),
    ("series_sum", "j", 'r'),
    ("set_difference", "jj*", 'j'),
    ("set_equals", "jj", 'b'),
    ("set_has_element", "ja", 'b'),
    ("set_intersect", "jj*", 'j'),
    ("set_union", "jj*", 'j'),
    ("sign", "n", 'r'),
    ("sin", "n", 'r'),
    ("split", "tt?n", 'j'),
    ("sqrt", "n", 'r'),
    ("startofday", "d?n", 'd'),
    ("startofmonth", "d?n", 'd'),
    ("startofweek", "d?n", 'd'),
    ("startofyear", "d?n", 'd'),
    ("strcat", "a*", 't'),
    ("strcat_array", "jt", 't'),
    ("strcat_delim", "ta*", 't'),
    ("strcmp", "tt", 'l'),
    ("string_size", "t", 'l'),
    ("strlen", "t", 'l'),
    ("strrep", "an?t", 't'),
    ("substring", "tn?n", 't'),
    ("tan", "n", 'r'),
    ("tdigest_merge", "j*", 'j'),
    ("to_utf8", "t", 'j'),
    ("tobool", "a", 'b'),
    ("toboolean", "a", 'b'),
    ("todatetime", "a", 'd'),
    ("todecimal", "a", 'r'),
    ("todouble", "a", 'r'),
    ("todynamic", "a", 'j'),
    ("toguid", "a", 'g'),
    ("tohex", "n?n", 't'),
    ("toint", "a", 'i'),
    ("tolong", "a", 'l'),
    ("tolower", "t", 't'),
    ("toobject", "a", 'j'),
    ("toreal", "a", 'r'),
    ("toscalar", "a", '0'),
    ("tostring", "a", 't'),
    ("totimespan", "a", 's'),
    ("toupper", "t", 't'),
    ("translate", "ttt", 't'),
    ("treepath", "j", 'j'),
    ("trim", "tt", 't'),
    ("trim_end", "tt", 't'),
    ("trim_start", "tt", 't'),
    ("unicode_codepoints_from_string", "t", 'j'),
    ("unicode_codepoints_to_string", "a*", 't'),
    ("unixtime_microseconds_todatetime", "n", 'd'),
    ("unixtime_milliseconds_todatetime", "n", 'd'),
    ("unixtime_nanoseconds_todatetime", "n", 'd'),
    ("unixtime_seconds_todatetime", "n", 'd'),
    ("url_decode", "t", 't'),
    ("url_encode", "t", 't'),
    ("url_encode_component", "t", 't'),
    ("week_of_year", "d", 'l'),
    ("weekofyear", "d", 'l'),
    ("welch_test", "nnnnnn", 'r'),
    ("xml_escape", "t", 't'),
    ("zlib_compress_to_base64_string", "t", 't'),
    ("zlib_decompress_from_base64_string", "t", 't'),
    ("zip", "j*", 'j'),
    // Types as functions.
    ("bool", "a", 'b'),
    ("boolean", "a", 'b'),
    ("int", "a", 'i'),
    ("long", "a", 'l'),
    ("real", "a", 'r'),
    ("double", "a", 'r'),
    ("decimal", "a", 'r'),
    ("string", "a", 't'),
];

/// Families whose members are many: any function that begins so is accepted with any arguments.
const FAMILIES: [&str; 3] = ["geo_", "series_", "bitset_"];

impl Checker<'_> {
    /// The type of a call of a function of the language.
    pub(super) fn builtin(
        &self,
        span: Span,
        name: &Name,
        arguments: &[Argument],
        columns: &Columns,
    ) -> Kind {
        let kinds: Vec<Kind> = arguments
            .iter()
            .map(|argument| match argument.value.form {
                Form::Star => Kind::Unknown,
                _ => self.kind(&argument.value, columns),
            })
            .collect();
        let Some((_, takes, gives)) = FUNCTIONS.iter().find(|entry| entry.0 == name.text) else {
            return self.unknown_function(name);
        };
        self.arguments(name, takes, arguments, &kinds);
        match (name.text.as_str(), *gives) {
            ("extract" | "extractjson" | "extract_json", _) => type_of(arguments, &kinds),
            ("bin" | "floor", _) => self.bin(span, &kinds),
            ("iff" | "iif" | "case" | "coalesce" | "max_of" | "min_of", _) => {
                self.choice(name, arguments, &kinds)
            }
            (_, '0') => kinds.first().copied().unwrap_or(Kind::Unknown),
            (_, '1') => kinds.get(1).copied().unwrap_or(Kind::Unknown),
            (_, letter) => result(letter),
        }
    }

    fn unknown_function(&self, name: &Name) -> Kind {
        if FAMILIES.iter().any(|family| name.text.starts_with(family)) {
            return Kind::Unknown;
        }
        if self.schema().function(&name.text).is_some() {
            let message = format!("`{}` returns a table and cannot stand here", name.text);
            self.report(Problem::new(ProblemKind::Arguments, name.span, message));
            return Kind::Unknown;
        }
        if aggregates::is_aggregate(&name.text) {
            let message = format!(
                "`{}` is an aggregate and stands in `summarize` only",
                name.text
            );
            self.report(Problem::new(ProblemKind::Arguments, name.span, message));
            return Kind::Unknown;
        }
        if !self.schema().is_open() {
            self.report(self.no_function(name));
        }
        Kind::Unknown
    }

    /// The problem of a function that does not exist.
    pub(super) fn no_function(&self, name: &Name) -> Problem {
        let message = format!("unknown function `{}`", name.text);
        let mut known = self.bound_names();
        known.extend(FUNCTIONS.iter().map(|entry| entry.0.to_owned()));
        known.extend(aggregates::names().map(str::to_owned));
        known.extend(self.schema().functions().map(str::to_owned));
        Problem::new(ProblemKind::UnknownFunction, name.span, message)
            .near(&name.text, known.iter().map(String::as_str))
    }

    /// Checks number and types of arguments.
    fn arguments(&self, name: &Name, takes: &str, arguments: &[Argument], kinds: &[Kind]) {
        let repeats = takes.ends_with('*');
        let letters: Vec<char> = takes
            .chars()
            .filter(|letter| !"?*".contains(*letter))
            .collect();
        let least = takes
            .find('?')
            .unwrap_or(letters.len() - usize::from(repeats && letters.len() > 1));
        if kinds.len() < least || kinds.len() > letters.len() && !repeats {
            let wanted = match (least == letters.len(), repeats) {
                (_, true) => format!("at least {least}"),
                (true, _) => least.to_string(),
                (false, _) => format!("{least} to {}", letters.len()),
            };
            let message = format!(
                "`{}` takes {wanted} arguments, not {}",
                name.text,
                kinds.len()
            );
            self.report(Problem::new(ProblemKind::Arguments, name.span, message));
            return;
        }
        for (place, (argument, kind)) in arguments.iter().zip(kinds).enumerate() {
            let Some(letter) = letters.get(place).or(letters.last()) else {
                return;
            };
            // The conditions of `case` are every other argument.
            let letter = match name.text.as_str() {
                "case" if place % 2 == 0 && place + 1 < kinds.len() => &'b',
                "case" => &'a',
                _ => letter,
            };
            if !accepts(*letter, *kind) {
                let wanted = match letter {
                    't' => "string or dynamic",
                    'n' => "a number",
                    'd' => "datetime",
                    's' => "timespan",
                    'b' => "bool",
                    _ => "dynamic",
                };
                let message = format!("`{}` takes {wanted} here, not {kind}", name.text);
                self.report(Problem::new(
                    ProblemKind::Type,
                    argument.value.span,
                    message,
                ));
            }
        }
    }

    /// The type of `bin`: times are rounded to timespans, numbers to numbers.
    fn bin(&self, span: Span, kinds: &[Kind]) -> Kind {
        let [value, size] = kinds else {
            return Kind::Unknown;
        };
        let loose = |kind: Kind| matches!(kind, Kind::Unknown | Kind::Dynamic);
        match (*value, *size) {
            (Kind::Time, size) if size == Kind::Span || size.is_number() || loose(size) => {
                Kind::Time
            }
            (Kind::Span, size) if size == Kind::Span || loose(size) => Kind::Span,
            (value, size) if loose(value) || loose(size) => value,
            (value, size) if value.is_whole() && size.is_whole() => value,
            (value, size) if value.is_number() && size.is_number() => Kind::Real,
            (value, size) => self.mistyped(span, format!("`bin` cannot round {value} to {size}")),
        }
    }

    /// The type of a choice. All branches must have one type.
    fn choice(&self, name: &Name, arguments: &[Argument], kinds: &[Kind]) -> Kind {
        let is_branch = |place: usize| match name.text.as_str() {
            "iff" | "iif" => place > 0,
            "case" => place % 2 == 1 || place + 1 == kinds.len(),
            _ => true,
        };
        let mut found = Kind::Unknown;
        for (place, (argument, kind)) in arguments.iter().zip(kinds).enumerate() {
            if !is_branch(place) || *kind == Kind::Unknown {
                continue;
            }
            if found == Kind::Unknown {
                found = *kind;
            } else if !found.goes_with(*kind) {
                let message = format!(
                    "`{}` needs branches of one type: {found} and {kind}",
                    name.text
                );
                self.report(Problem::new(
                    ProblemKind::Type,
                    argument.value.span,
                    message,
                ));
            } else if found.is_number() && kind.is_number() && !kind.is_whole() {
                found = *kind;
            }
        }
        found
    }
}

fn result(letter: char) -> Kind {
    match letter {
        'b' => Kind::Bool,
        'i' => Kind::Int,
        'l' => Kind::Long,
        'r' => Kind::Real,
        't' => Kind::Text,
        'd' => Kind::Time,
        's' => Kind::Span,
        'g' => Kind::Guid,
        'j' => Kind::Dynamic,
        _ => Kind::Unknown,
    }
}

fn accepts(letter: char, kind: Kind) -> bool {
    let loose = matches!(kind, Kind::Dynamic | Kind::Unknown);
    match letter {
        't' => is_text(kind),
        'n' => loose || kind.is_number(),
        'd' => loose || kind == Kind::Time,
        's' => loose || kind == Kind::Span,
        'b' => loose || kind == Kind::Bool,
        'j' => loose || kind == Kind::Text,
        _ => true,
    }
}

/// The type in `typeof(...)` as the last argument of `extract`.
fn type_of(arguments: &[Argument], kinds: &[Kind]) -> Kind {
    let last = arguments
        .get(3)
        .or_else(|| arguments.get(2).filter(|_| kinds.len() == 3));
    let Some(Form::Call(name, inner)) = last.map(|argument| &argument.value.form) else {
        return Kind::Text;
    };
    match inner.first().map(|argument| &argument.value.form) {
        Some(Form::Name(kind)) if name.text == "typeof" => Kind::of(kind).unwrap_or(Kind::Unknown),
        _ => Kind::Text,
    }
}
