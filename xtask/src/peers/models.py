"""Compares the entities of Microsoft Graph in our tables with the models of the official SDKs.

Usage: models.py WHEEL_OF_V1 WHEEL_OF_BETA FOLDER_OF_TABLES DIFFERENCES [--write]

The SDKs are generated from the metadata of the services. Members, their types and the words of enums are compared for
each entity that an operation of Microsoft Graph reaches, with the model of the version that the operation has.
DIFFERENCES lists what is known to differ, with a reason each. A difference that is not listed, or a listed one that is
gone, is an error. --write prints the list without reasons that are missing.
"""

import ast
import json
import sys
import zipfile
from pathlib import Path

KINDS = {
    "get_str_value": "text",
    "get_uuid_value": "text",
    "get_bytes_value": "text",
    "get_timedelta_value": "text",
    "get_time_value": "text",
    "get_date_value": "text",
    "get_datetime_value": "time",
    "get_bool_value": "bool",
    "get_int_value": "integer",
    "get_float_value": "number",
}
OURS = {
    "string": "text",
    "guid": "text",
    "date": "text",
    "datetime": "time",
    "bool": "bool",
    "int32": "integer",
    "int64": "integer",
    "double": "number",
    "enum": "words",
}


# What stands for words that were added after a client was made.
FUTURE = {"unknownfuturevalue"}


class Models:
    """The models of one wheel. A model is read when it is asked for."""

    def __init__(self, wheel):
        self.archive = zipfile.ZipFile(wheel)
        self.paths = {}
        for path in self.archive.namelist():
            _, found, rest = path.partition("/generated/models/")
            if found and path.endswith(".py") and not path.endswith("__init__.py"):
                self.paths[rest[:-3]] = path
        self.read = {}
        # Path without underscores, so that names of ours lead to files of theirs.
        self.names = {rest.replace("_", ""): rest for rest in self.paths}

    def find(self, name, namespaces):
        """The key of a model by the name of its type, in the first of the namespaces that has it. A name that begins
        with a slash is in none."""
        if name.startswith("/"):
            name, namespaces = name[1:], [""]
        for namespace in namespaces:
            key = self.names.get(namespace + name.lower())
            if key:
                return key
        return None

    def tree(self, key):
        return ast.parse(self.archive.read(self.paths[key]))

    def members(self, key):
        """Name on the wire, with the kind of the value and the key of its enum."""
        if key in self.read:
            return self.read[key]
        tree = self.tree(key)
        imports = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                for name in node.names:
                    imports[name.name] = self.imported(key, node)
        of_class = next(node for node in tree.body if isinstance(node, ast.ClassDef))
        members = {}
        for base in of_class.bases:
            if isinstance(base, ast.Name) and imports.get(base.id) in self.paths:
                members.update(self.members(imports[base.id]))
        for node in ast.walk(of_class):
            if isinstance(node, ast.Dict):
                for name, value in zip(node.keys, node.values):
                    if isinstance(name, ast.Constant) and isinstance(value, ast.Lambda):
                        members[name.value] = self.kind(value, imports)
        self.read[key] = members
        return members

    def imported(self, key, node):
        """The key of a module that is imported by its relative path."""
        folder = key.split("/")[: -node.level]
        return "/".join(folder + (node.module or "").split("."))

    def kind(self, reader, imports):
        call = next(
            node
            for node in ast.walk(reader)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr.startswith("get_")
        )
        of = next((a.id for a in call.args if isinstance(a, ast.Name)), None)
        match call.func.attr:
            case "get_enum_value":
                return ("words", imports.get(of))
            case "get_collection_of_enum_values":
                return ("many words", imports.get(of))
            case "get_object_value":
                return ("object", None)
            case "get_collection_of_object_values":
                return ("list", None)
            case "get_collection_of_primitive_values":
                return ("list", None)
            case other:
                return (KINDS[other], None)

    def words(self, key):
        of_class = next(node for node in self.tree(key).body if isinstance(node, ast.ClassDef))
        words = []
        for node in of_class.body:
            if isinstance(node, ast.Assign):
                value = node.value.elts[0] if isinstance(node.value, ast.Tuple) else node.value
                words.append(value.value)
        return words


class Tables:
    """Operations and entities of the products."""

    def __init__(self, folder):
        self.operations, self.entities = [], {}
        for product in ("xdr", "mdca"):
            read = lambda name: json.loads((Path(folder) / product / name).read_text("utf-8"))
            entities = read("entities.json")
            for operation in read("operations.json"):
                if operation["host"] == "graph":
                    self.operations.append((product, operation))
            for name, entity in entities.items():
                self.entities[product, name] = entity

    def reached(self):
        """Each entity that an operation of Graph takes or answers with, and whether one of v1.0 does."""
        found = {}
        for product, operation in self.operations:
            is_stable = operation["path"].startswith("/v1.0")
            types = [param["type"] for param in operation["params"]]
            if operation["response"].get("entity"):
                types.append("object:" + operation["response"]["entity"])
            for written in types:
                self.follow(product, written, is_stable, found)
        return found

    def follow(self, product, written, is_stable, found):
        name = written.removeprefix("array:").removeprefix("object:")
        place = (product, name)
        if place not in self.entities or found.get(place) or (place in found and not is_stable):
            return
        found[place] = is_stable
        entity = self.entities[place]
        for field in entity["fields"]:
            self.follow(product, field["type"], is_stable, found)
        for member in entity.get("family", []):
            self.follow(product, member["entity"], is_stable, found)


def model_of(models, name, entity):
    """The key of an entity's model: by the name of its type where the tables have one, else by its own name."""
    values = entity.get("discriminator", {}).get("values", [])
    if len(values) == 1 and not entity.get("family"):
        parts = values[0].removeprefix("#microsoft.graph.").split(".")
        key = models.find(parts[-1], ["".join(part + "/" for part in parts[:-1])])
        if key:
            return key
    # Ours have a prefix in place of the namespace of case management.
    if entity["group"].startswith("graph.case"):
        cases = ["security/casemanagement/"]
        return models.find(name, cases) or models.find(name.removeprefix("Case"), cases)
    return models.find(name, ["security/", "", "callrecords/"])


def same_kind(ours, flags, theirs):
    if ours == "dynamic" or ours.startswith("object:"):
        return ours == "dynamic" or theirs == "object"
    if ours.startswith("array:"):
        return theirs in ("list", "many words")
    if ours == "enum" and flags:
        return theirs == "many words"
    return OURS.get(ours) == theirs or ours == "double" and theirs == "integer"


def compare(name, entity, models, key, beta):
    """Differences of an entity as `Entity.member: what`. Words of beta may be here before v1.0 has them."""
    theirs = models.members(key)
    ours = {field["name"]: field for field in entity["fields"]}
    for member, (kind, words) in sorted(theirs.items()):
        if member == "@odata.type":
            continue
        field = ours.get(member)
        if field is None:
            yield f"{name}.{member}", "we lack the member"
            continue
        if not same_kind(field["type"], field.get("flags", False), kind):
            yield f"{name}.{member}", f"{field['type']} here, {kind} there"
        known = {str(word).lower() for word in field.get("values", [])}
        if words and field.get("enum"):
            there = {word.lower(): word for word in models.words(words)}
            for word in sorted(set(there) - known - FUTURE):
                yield f"{name}.{member}", f"we lack the word {there[word]}"
            later = {word.lower() for word in beta.words(words)} if words in beta.paths else set()
            for word in sorted(known - set(there) - later - FUTURE):
                yield f"{name}.{member}", f"they lack the word {word}"
    for member in sorted(set(ours) - set(theirs) - {"@odata.type"}):
        yield f"{name}.{member}", "they lack the member"


def main(stable, beta, folder, listed, *options):
    stable, beta = Models(stable), Models(beta)
    tables = Tables(folder)
    known = json.loads(Path(listed).read_text("utf-8"))
    found, compared, without = {}, 0, []
    for (product, name), is_stable in sorted(tables.reached().items()):
        entity = tables.entities[product, name]
        as_named = known["names"].get(name, name)
        models = stable if is_stable else beta
        key = model_of(models, as_named, entity)
        if key is None and is_stable:
            models = beta
            key = model_of(models, as_named, entity)
        if key is None:
            without.append(name)
            continue
        compared += 1
        for member, what in compare(name, entity, models, key, beta):
            found.setdefault(f"{member}: {what}", None)
    for name in without:
        found.setdefault(f"{name}: no model of this name", None)
    if "--write" in options:
        entries = {text: known["differences"].get(text, "") for text in sorted(found)}
        print(json.dumps({"names": known["names"], "differences": entries}, indent=1, ensure_ascii=False))
        return 0
    faults = [f"new: {text}" for text in sorted(found) if not known["differences"].get(text)]
    faults += [f"gone, remove it from the list: {text}" for text in known["differences"] if text not in found]
    print("\n".join(faults + [f"{compared} entities compared, {len(found)} known differences"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
