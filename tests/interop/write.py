"""Writes one small graph with a Python package, for Clew to read: write.py WRITER KIND FILE. The graph is told in written.mjs."""
import json
import sys

given = json.loads(sys.stdin.read())
NODES = [(node["label"], node["age"], node["ok"]) for node in given["nodes"]]
EDGES = [(edge["source"], edge["target"], edge["weight"], edge["kind"]) for edge in given["edges"]]


def with_networkx(kind, path):
    import networkx

    graph = networkx.MultiDiGraph()
    # GML and Pajek have no booleans, and networkx writes none there.
    has_truth = kind not in ("gml", "pajek")
    for label, age, ok in NODES:
        # Pajek has texts for attributes, and networkx takes nothing else.
        graph.add_node(label, age=str(age) if kind == "pajek" else age, **({"ok": ok} if has_truth else {}))
    for source, target, weight, name in EDGES:
        graph.add_edge(source, target, weight=weight, kind=name)
    if kind == "nodeLink":
        return dump(networkx.node_link_data(graph, edges="links"), path)
    if kind == "cyjs":
        return dump(networkx.cytoscape_data(graph), path)
    {
        "gexf": networkx.write_gexf,
        "graphml": networkx.write_graphml,
        "gml": networkx.write_gml,
        "pajek": networkx.write_pajek,
    }[kind](graph, path)


def with_igraph(kind, path):
    import igraph

    number = {label: i for i, (label, _, _) in enumerate(NODES)}
    graph = igraph.Graph(directed=True)
    graph.add_vertices(len(NODES), {"name": [n[0] for n in NODES], "age": [n[1] for n in NODES], "ok": [n[2] for n in NODES]})
    # Pajek and GML have labels of their own.
    graph.vs["id" if kind == "pajek" else "label"] = graph.vs["name"]
    graph.add_edges([(number[e[0]], number[e[1]]) for e in EDGES], {"weight": [e[2] for e in EDGES], "kind": [e[3] for e in EDGES]})
    {"graphml": graph.write_graphml, "gml": graph.write_gml, "pajek": graph.write_pajek, "dot": graph.write_dot}[kind](path)


def with_pydot(_kind, path):
    import pydot

    graph = pydot.Dot("g", graph_type="digraph")
    for label, age, ok in NODES:
        graph.add_node(pydot.Node(quoted(label), age=age, ok=str(ok).lower()))
    for source, target, weight, name in EDGES:
        graph.add_edge(pydot.Edge(quoted(source), quoted(target), weight=weight, kind=name))
    graph.write(path, encoding="utf-8")


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def with_ndex2(_kind, path):
    from ndex2.cx2 import CX2Network

    network = CX2Network()
    ids = {label: network.add_node(attributes={"name": label, "age": age, "ok": ok}) for label, age, ok in NODES}
    for source, target, weight, name in EDGES:
        network.add_edge(source=ids[source], target=ids[target], attributes={"weight": weight, "interaction": name})
    network.write_as_raw_cx2(path)


def with_openpyxl(_kind, path):
    import openpyxl

    book = openpyxl.Workbook()
    nodes = book.active
    nodes.title = "Nodes"
    for row in [("Id", "Label", "age", "ok"), *((label, label, age, ok) for label, age, ok in NODES)]:
        nodes.append(row)
    edges = book.create_sheet("Edges")
    for row in [("Source", "Target", "Type", "weight", "kind"), *((s, t, "Directed", w, k) for s, t, w, k in EDGES)]:
        edges.append(row)
    book.save(path)


def with_rdflib(kind, path):
    from rdflib import FOAF, RDF, Dataset, Graph, Literal, Namespace, URIRef

    ours = Namespace("http://example.org/")
    dataset = Dataset() if kind in ("trig", "nquads") else Graph()
    graph = dataset.graph(URIRef("http://example.org/paper")) if kind in ("trig", "nquads") else dataset
    one = {label: ours[f"n{i}"] for i, (label, _, _) in enumerate(NODES)}
    for label, age, ok in NODES:
        graph.add((one[label], RDF.type, FOAF.Person))
        graph.add((one[label], FOAF.name, Literal(label)))
        graph.add((one[label], ours.age, Literal(age)))
        graph.add((one[label], ours.ok, Literal(ok)))
    for source, target, _, name in EDGES:
        graph.add((one[source], ours[name], one[target]))
    names = {"turtle": "turtle", "trig": "trig", "ntriples": "nt", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
    dataset.serialize(path, format=names[kind], encoding="utf-8")


def with_followthemoney(_kind, path):
    from followthemoney import model

    entities = []
    for i, (label, _, _) in enumerate(NODES):
        one = model.make_entity("Person")
        one.id = f"n{i}"
        one.add("name", label)
        entities.append(one)
    ids = {label: f"n{i}" for i, (label, _, _) in enumerate(NODES)}
    for i, (source, target, _, name) in enumerate(EDGES):
        one = model.make_entity("UnknownLink")
        one.id = f"e{i}"
        one.add("subject", ids[source])
        one.add("object", ids[target])
        one.add("role", name)
        entities.append(one)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(one.to_dict()) + "\n" for one in entities)


def with_stix2(_kind, path):
    import stix2

    people = {label: stix2.Identity(name=label, identity_class="individual") for label, _, _ in NODES}
    ties = [stix2.Relationship(people[s], k, people[t]) for s, t, _, k in EDGES]
    with open(path, "w", encoding="utf-8") as file:
        file.write(stix2.Bundle(*people.values(), *ties).serialize())


def dump(value, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file)


WRITERS = {
    "networkx": with_networkx,
    "igraph": with_igraph,
    "pydot": with_pydot,
    "ndex2": with_ndex2,
    "openpyxl": with_openpyxl,
    "rdflib": with_rdflib,
    "followthemoney": with_followthemoney,
    "stix2": with_stix2,
}

if __name__ == "__main__":
    writer, kind, path = sys.argv[1:4]
    try:
        WRITERS[writer](kind, path)
    except Exception as error:  # the message is the result
        sys.exit(f"{type(error).__name__}: {error}")
