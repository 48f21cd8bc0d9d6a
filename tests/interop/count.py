"""Reads a graph file with a Python package and prints its numbers of nodes and edges as JSON: count.py PACKAGE KIND FILE."""
import json
import sys


def with_openpyxl(kind, path):
    """Rows below the heading; a cell that openpyxl takes for a formula is a failure."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    formulas = [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    if formulas:
        raise ValueError(f"{len(formulas)} formulas: {formulas[0]}")
    return {"nodes": book["Nodes"].max_row - 1, "edges": book["Edges"].max_row - 1}


def with_followthemoney(kind, path):
    """Entities are nodes but for those of edge schemata; the proxy rejects values that the model does not know."""
    from followthemoney import model

    nodes = edges = 0
    for entity in entities_of(kind, path):
        proxy = model.get_proxy(entity)
        if proxy.schema.edge:
            edges += 1
        else:
            nodes += 1
    return {"nodes": nodes, "edges": edges}


def entities_of(kind, path):
    if kind in ("ftm-csv", "ftm-json"):
        yield from aggregated(path, kind.removeprefix("ftm-"))
        return
    with open(path, encoding="utf-8") as file:
        yield from json.load(file)["entities"] if kind == "ftm-diagram" else map(json.loads, file)


def aggregated(path, form):
    """As `ftm aggregate-statements` does it; each id must be what followthemoney computes itself."""
    from itertools import groupby
    from pathlib import Path

    from followthemoney.dataset import UndefinedDataset
    from followthemoney.statement import StatementEntity, read_path_statements

    statements = list(read_path_statements(Path(path), form))
    wrong = [statement.id for statement in statements if statement.id != statement.generate_key()]
    if wrong:
        raise ValueError(f"{len(wrong)} statements have an id of their own: {wrong[0]}")
    for _, group in groupby(statements, key=lambda statement: statement.canonical_id):
        yield StatementEntity.from_statements(UndefinedDataset, group).to_dict()


def with_stix2(kind, path):
    """All parse; without `allow_custom` all do but Clew's own type and what names an object of it."""
    import stix2

    with open(path, encoding="utf-8") as file:
        bundle = json.load(file)
    objects = stix2.parse(bundle, allow_custom=True).objects
    issues = []
    for one in bundle["objects"]:
        refs = [ref for name, value in one.items() if "_ref" in name for ref in (value if isinstance(value, list) else [value])]
        try:
            stix2.parse(one)
        except Exception as error:
            if not any("x-clew-entity" in ref for ref in [one["type"], *refs]):
                issues.append(f"{type(error).__name__}: {error}")
    if issues:
        raise ValueError(issues[0])
    grouping = next((one for one in objects if one["type"] == "grouping"), {"object_refs": []})
    edges = sum(ref.startswith(("relationship--", "sighting--")) for ref in grouping["object_refs"])
    return {"nodes": len(grouping["object_refs"]) - edges, "edges": edges}


EDGE_SCHEMATA = (
    "Associate ContractAward CourtCaseParty Debt Directorship Documentation Employment Family Membership Occupancy "
    "Ownership Payment ProjectParticipant Representation Succession UnknownLink"
).split()
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
RDF_FORMATS = {"turtle": "turtle", "trig": "trig", "ntriples": "nt", "nquads": "nquads", "jsonld": "json-ld"}


def with_rdflib(kind, path):
    import rdflib

    dataset = rdflib.Dataset()
    dataset.parse(path, format=RDF_FORMATS[kind])
    return of_quads((str(s), str(p), str(o), str(g)) for s, p, o, g in dataset.quads())


def with_rapper(kind, path):
    """The program writes what it read as N-Quads; a blank node or IRI is a word, so the first three parts split off."""
    import subprocess

    command = ["rapper", "-q", "-i", kind, "-o", "nquads", path]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise ValueError(done.stderr.strip().splitlines()[0])
    lines = [line.split(" ", 2) for line in done.stdout.splitlines()]
    return of_quads((s.strip("<>"), p.strip("<>"), rest.split("> ")[0].strip("<>"), rest) for s, p, rest in lines)


def of_quads(quads):
    """Resources of Clew's own ids: those of a type that is, or descends from, an edge schema are relations."""
    quads = set(quads)
    parents = {}
    types = {}
    for subject, predicate, value, _ in quads:
        if predicate == SUBCLASS:
            parents.setdefault(subject, set()).add(value)
        if predicate == RDF_TYPE and subject.startswith("urn:x-clew:id:"):
            types.setdefault(subject, set()).add(value)

    def is_edge(name):
        return name.rpartition("#")[2] in EDGE_SCHEMATA or any(map(is_edge, parents.get(name, ())))

    edges = sum(any(map(is_edge, names)) for names in types.values())
    return {"nodes": len(types) - edges, "edges": edges, "statements": len(quads)}


READERS = {
    "followthemoney": with_followthemoney,
    "rdflib": with_rdflib,
    "rapper": with_rapper,
    "stix2": with_stix2,
    "openpyxl": with_openpyxl,
}

if __name__ == "__main__":
    package, kind, path = sys.argv[1:4]
    try:
        print(json.dumps(READERS[package](kind, path)))
    except Exception as error:  # the message is the result
        sys.exit(f"{type(error).__name__}: {error}")
