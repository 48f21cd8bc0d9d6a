"""Reads a graph file with a Python package and prints its numbers of nodes and edges as JSON: count.py PACKAGE KIND FILE."""
import json
import sys


def with_networkx(kind, path):
    import networkx

    if kind == "graphml":
        graph = networkx.read_graphml(path, force_multigraph=True)
    else:
        graph = networkx.read_gexf(path, version="1.2draft" if kind == "gexf12" else "1.3")
    return {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}


def with_igraph(kind, path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    return {"nodes": graph.vcount(), "edges": graph.ecount()}


def with_followthemoney(kind, path):
    """Entities are nodes but for those of edge schemata; the proxy rejects values that the model does not know."""
    from followthemoney import model

    nodes = edges = 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            proxy = model.get_proxy(json.loads(line))
            if proxy.schema.edge:
                edges += 1
            else:
                nodes += 1
    return {"nodes": nodes, "edges": edges}


READERS = {"networkx": with_networkx, "igraph": with_igraph, "followthemoney": with_followthemoney}

if __name__ == "__main__":
    package, kind, path = sys.argv[1:4]
    try:
        print(json.dumps(READERS[package](kind, path)))
    except Exception as error:  # the message is the result
        sys.exit(f"{type(error).__name__}: {error}")
