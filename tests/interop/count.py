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


READERS = {
    "networkx": with_networkx,
    "igraph": with_igraph,
    "openpyxl": with_openpyxl,
    "followthemoney": with_followthemoney,
}

if __name__ == "__main__":
    package, kind, path = sys.argv[1:4]
    try:
        print(json.dumps(READERS[package](kind, path)))
    except Exception as error:  # the message is the result
        sys.exit(f"{type(error).__name__}: {error}")
