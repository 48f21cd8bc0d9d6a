"""What a reader of general graphs found, as facts that can be compared: facts.py READER KIND FILE prints them as JSON."""
import html
import json
import re
import sys


def with_networkx(kind, path):
    import networkx

    def node_link():
        with open(path, encoding="utf-8") as file:
            return networkx.node_link_graph(json.load(file), edges="edges")

    graph = {
        "graphml": lambda: networkx.read_graphml(path, force_multigraph=True),
        "gexf": lambda: networkx.read_gexf(path, version="1.3"),
        "gexf12": lambda: networkx.read_gexf(path, version="1.2draft"),
        "gml": lambda: networkx.read_gml(path, label="id"),
        "pajek": lambda: networkx.read_pajek(path),
        "nodeLink": node_link,
    }[kind]()
    label = {node: values.get("label", node) for node, values in graph.nodes(data=True)}
    nodes = [fact(label[node], values) for node, values in graph.nodes(data=True)]
    edges = [tie(label[source], label[target], values, graph.is_directed()) for source, target, values in graph.edges(data=True)]
    return nodes, edges


def with_igraph(kind, path):
    import warnings

    import igraph

    # It says of numeric references of GML that it leaves them as they are, and of composite values that it drops them.
    warnings.simplefilter("ignore")
    read = {"graphml": igraph.Graph.Read_GraphML, "gml": igraph.Graph.Read_GML, "pajek": igraph.Graph.Read_Pajek}[kind]
    graph = read(path)
    label = [referred(one["name"] if kind == "pajek" else one["label"]) for one in graph.vs]
    nodes = [fact(name, one.attributes()) for name, one in zip(label, graph.vs)]
    edges = [tie(label[one.source], label[one.target], one.attributes(), graph.is_directed()) for one in graph.es]
    return nodes, edges


def referred(text):
    return re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text)


def with_pydot(_kind, path):
    import pydot

    [graph] = pydot.graph_from_dot_file(path)
    found = {one.get_name(): plain(one.get_attributes()) for one in graph.get_nodes() if one.get_name() not in ("node", "edge", "graph")}
    label = {name: drawn(values["label"]) for name, values in found.items()}
    nodes = [fact(label[name], values) for name, values in found.items()]
    edges = [
        tie(label[one.get_source()], label[one.get_destination()], values, directed(graph.get_type(), values))
        for one in graph.get_edges()
        for values in [plain(one.get_attributes())]
    ]
    return nodes, edges


def drawn(label):
    """A label of DOT as it is drawn: entities of HTML, and escapes for the ends of lines."""
    return html.unescape(re.sub(r"\\[nlr]", "\n", label))


def plain(attributes):
    """pydot keeps the quotes of a quoted string and what is escaped in it."""
    return {name.strip('"'): re.sub(r'\\(["\\])', r"\1", str(value)[1:-1]) if str(value)[:1] == '"' else value for name, value in attributes.items()}


def directed(graph_type, values):
    return graph_type == "digraph" and values.get("dir") != "none"


def with_graphviz(_kind, path):
    import subprocess

    done = subprocess.run(["dot", "-Tdot_json", path], capture_output=True, text=True, check=True)
    graph = json.loads(done.stdout)
    found = [one for one in graph.get("objects", []) if "nodes" not in one]
    label = {one["_gvid"]: drawn(one["label"]) for one in found}
    nodes = [fact(label[one["_gvid"]], one) for one in found]
    edges = [tie(label[one["tail"]], label[one["head"]], one, graph["directed"] and one.get("dir") != "none") for one in graph.get("edges", [])]
    return nodes, edges


def with_ndex2(_kind, path):
    from ndex2.cx2 import RawCX2NetworkFactory

    network = RawCX2NetworkFactory().get_cx2network(path)
    label = {key: one["v"]["name"] for key, one in network.get_nodes().items()}
    nodes = [fact(label[key], one["v"]) for key, one in network.get_nodes().items()]
    edges = [tie(label[one["s"]], label[one["t"]], one["v"], one["v"]["directed"]) for one in network.get_edges().values()]
    return nodes, edges


def fact(label, values):
    return [str(label), values.get("type"), truth(values.get("disputed"))]


def tie(source, target, values, is_directed):
    return [str(source), str(target), values.get("type"), bool(is_directed)]


def truth(value):
    """GML has no booleans and writes 0 and 1; DOT has only texts."""
    return None if value is None else value in (True, 1, "true")


READERS = {
    "networkx": with_networkx,
    "igraph": with_igraph,
    "pydot": with_pydot,
    "Graphviz": with_graphviz,
    "ndex2": with_ndex2,
}

if __name__ == "__main__":
    reader, kind, path = sys.argv[1:4]
    try:
        nodes, edges = READERS[reader](kind, path)
        print(json.dumps({"nodes": len(nodes), "edges": len(edges), "facts": {"nodes": nodes, "edges": edges}}))
    except Exception as error:  # the message is the result
        sys.exit(f"{type(error).__name__}: {error}")
