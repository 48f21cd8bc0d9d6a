// Small files as other programs write them, by the formats' descriptions, for readers of what Clew does not write itself and for dialects that it does not write.
import { strToU8, zipSync } from 'fflate';

const NS =
  'xmlns="http://www.cs.rpi.edu/XGMML" xmlns:cy="http://www.cytoscape.org" xmlns:xlink="http://www.w3.org/1999/xlink"';
const SESSION = 'CytoscapeSession-2024_05_01-10_00/';
const ATTRS = `${SESSION}tables/52-Ties`;

/** By id of the format; a record of texts is a zip of them. */
const SAMPLES: Readonly<Record<string, readonly (string | Readonly<Record<string, string>>)[]>> = {
  cx1: [
    '[{"numberVerification":[{"longNumber":281474976710655}]},{"metaData":[{"name":"nodes","elementCount":2}]},{"nodes":[{"@id":1,"n":"Ann","r":"HGNC:1"},{"@id":2,"n":"Bob"}]},{"edges":[{"@id":5,"s":1,"t":2,"i":"knows"}]},{"nodeAttributes":[{"po":1,"n":"born","v":"1970","d":"integer"},{"po":2,"n":"alias","v":["B","Bobby"],"d":"list_of_string"}]},{"edgeAttributes":[{"po":5,"n":"weight","v":"0.5","d":"double"}]},{"networkAttributes":[{"n":"name","v":"Ties"}]},{"cartesianLayout":[{"node":1,"x":1.5,"y":-2,"view":9},{"node":2,"x":0,"y":0}]},{"subNetworks":[{"@id":9,"nodes":"all","edges":[5]}]},{"status":[{"error":"","success":true}]}]',
  ],
  cys: [
    {
      [`${SESSION}3.0.0.version`]: '',
      [`${SESSION}networks/40-Ties.xgmml`]: `<?xml version="1.0" encoding="UTF-8"?>\n<graph id="40" label="Ties" directed="1" cy:documentVersion="3.0" cy:registered="0" ${NS}><att><graph id="52" label="Ties" cy:registered="1"><node id="1" label="Ann"/><node id="2" label="Bob"/><edge id="10" label="x" source="1" target="2" cy:directed="1"/></graph></att></graph>`,
      [`${SESSION}views/52-70-Ties.xgmml`]: `<graph id="70" label="v" cy:view="1" cy:networkId="52" ${NS}><node id="71" cy:nodeId="1"><graphics x="10.5" y="-20"><att name="z" value="0"/></graphics></node></graph>`,
      [`${ATTRS}/SHARED_ATTRS-org.cytoscape.model.CyNode-Ties+shared.cytable`]:
        '"CyCSV-Version","1"\n"SUID","shared name","born","alias"\n"java.lang.Long","java.lang.String","java.lang.Integer","java.util.List<java.lang.String>"\n"mutable","mutable","mutable","mutable"\n"Ties shared node","public"\n"1","Ann","1970","A\rAnnie"\n"2","Bob","",""\n',
    },
  ],
  rdfxml: [
    '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xml:base="http://example.org/">\n<foaf:Person rdf:ID="ann" foaf:nick="A"><foaf:name xml:lang="en">Ann</foaf:name><foaf:knows rdf:resource="#bob"/><foaf:knows rdf:parseType="Resource"><foaf:name>Nobody</foaf:name></foaf:knows></foaf:Person>\n<rdf:Description rdf:about="#bob"><rdf:type rdf:resource="http://xmlns.com/foaf/0.1/Person"/><foaf:age rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">42</foaf:age><foaf:list rdf:parseType="Collection"><rdf:Description rdf:nodeID="x"/></foaf:list><foaf:note rdf:parseType="Literal"><b>x</b></foaf:note></rdf:Description>\n<rdf:Bag rdf:nodeID="x"><rdf:li>1</rdf:li><rdf:_5>5</rdf:_5></rdf:Bag></rdf:RDF>',
  ],
  gexf: [
    '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2"><meta lastmodifieddate="2009-03-20"><creator>x</creator></meta><graph mode="dynamic" defaultedgetype="undirected" timeformat="date" start="2009-01-01"><attributes class="node" mode="dynamic"><attribute id="0" title="price" type="float"><default>1.0</default></attribute><attribute id="1" title="tags" type="liststring"/></attributes><nodes><node id="0" label="Ann" start="2009-03-01"><attvalues><attvalue for="0" value="1.5" start="2009-03-01" end="2009-03-10"/><attvalue for="1" value="a|b"/></attvalues><spells><spell start="2009-01-01" end="2009-01-15"/><spell start="2009-02-01"/></spells><viz:color r="239" g="173" b="66" a="0.6"/><viz:position x="1" y="2" z="0"/><nodes><node id="1" label="Bob" pid="0"/></nodes></node><node id="2"/></nodes><edges><edge id="0" source="0" target="1" type="directed" weight="2.4"/><edge id="1" source="1" target="2"/></edges></graph></gexf>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph timerepresentation="timestamp" timeformat="datetime"><nodes><node id="a" timestamps="&lt;[2009-01-01T00:00:00Z, 2010-01-01T00:00:00Z]&gt;"/><node id="b" intervals="&lt;[1, 2]; [3, 4]&gt;"/></nodes><edges><edge source="a" target="b" kind="k"/></edges></graph></gexf>',
  ],
  graphml: [
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml" xmlns:yfiles="yfiles"><key for="node" id="d0" yfiles.type="nodegraphics"/><key for="port" id="p" yfiles.type="portgraphics"/><key for="node" id="d1" attr.name="born" attr.type="int"><default>0</default></key><key for="all" id="d2" attr.name="tags" attr.type="string" attr.list="string"/><graph id="G" edgedefault="directed" parse.nodes="3"><node id="n0"><data key="d0"><y:ShapeNode><y:Geometry x="1" y="2" width="30" height="30"/><y:NodeLabel>Ann</y:NodeLabel></y:ShapeNode></data><data key="d1">1970</data><port name="N"/></node><node id="g" yfiles.foldertype="group"><graph id="g:"><node id="g::n1"/></graph></node><edge id="e0" source="n0" target="g::n1" sourceport="N" directed="false"/><hyperedge id="h"><endpoint node="n0" type="in"/><endpoint node="g::n1" type="out"/></hyperedge></graph></graphml>',
    '<graphml><key id="labels" for="node" attr.name="labels"/><graph id="G" edgedefault="directed"><node id="n1" labels=":Person:Boss"><data key="labels">:Person:Boss</data></node><edge id="e" source="n1" target="n1" label="KNOWS"><data key="label">KNOWS</data></edge></graph></graphml>',
  ],
  csv: [
    'Source;Target;Type;Weight\nAnn;Bob;Directed;1,5\nBob;"Acme; Inc.";Undirected;2\n',
    'personId:ID(P),name,born:int,tags:string[],:LABEL\n1,Ann,1970,a;b,Person;Boss\n2,Bob,,,Person\n',
    ':START_ID(P),role,:END_ID(P),:TYPE,since:date\n1,boss,2,KNOWS,2020-01-01\n',
    'sep=\t\nname\tdate\tpeople\nMeeting\t2020-01-01\tAnn, Bob\n',
    ',a,b,c\na,0,1,0\nb,1,0,2\nc,0,0,1\n',
    'a b\nb c\nc a 2.5\n',
  ],
  nodeLink: [
    '{"directed":true,"multigraph":true,"graph":{"name":"x"},"nodes":[{"id":"a","born":1970},{"id":2}],"links":[{"source":"a","target":2,"key":0,"weight":1.5}]}',
    '{"nodes":[{"name":"Ann","group":1},{"name":"Bob"}],"links":[{"source":0,"target":1,"value":3}]}',
    '{"nodes":[{"key":"a","attributes":{"label":"Ann"}}],"edges":[{"from":"a","to":"a"}]}',
  ],
  graphson: [
    '{"graph":{"mode":"EXTENDED","vertices":[{"_id":"1","_type":"vertex","name":{"type":"string","value":"Ann"},"ages":{"type":"list","value":[{"type":"integer","value":1}]}}],"edges":[{"_id":"7","_type":"edge","_outV":"1","_inV":"1","_label":"knows"}]}}',
    '{"id":{"@type":"g:Int32","@value":1},"label":"person","outE":{"created":[{"id":{"@type":"g:Int32","@value":9},"inV":{"@type":"g:Int32","@value":3},"properties":{"weight":{"@type":"g:Double","@value":0.4}}}]},"properties":{"name":[{"id":{"@type":"g:Int64","@value":0},"value":"marko","properties":{"since":{"@type":"g:Date","@value":1}}}]}}\n{"id":{"@type":"g:Int32","@value":3},"label":"software"}\n',
    '{"@type":"tinker:graph","@value":{"vertices":[{"@type":"g:Vertex","@value":{"id":{"@type":"g:Int32","@value":1},"label":"person","properties":{"map":[{"@type":"g:VertexProperty","@value":{"id":{"@type":"g:Int64","@value":0},"value":{"@type":"g:Map","@value":["a",{"@type":"g:Set","@value":["b"]}]},"label":"map"}}]}}}],"edges":[{"@type":"g:Edge","@value":{"id":7,"label":"knows","outV":{"@type":"g:Int32","@value":1},"inV":{"@type":"g:Int32","@value":1}}}]}}',
  ],
  jgf: [
    '{"graph":{"directed":false,"type":"x","label":"y","nodes":[{"id":"a","label":"Ann","metadata":{"born":1970}},{"id":"b"}],"edges":[{"source":"a","target":"b","relation":"knows","metadata":{"w":1}}]}}',
    '{"graphs":[{"nodes":{"a":{"label":"A"},"b":{}},"hyperedges":[{"nodes":["a","b"]},{"source":["a"],"target":["b"]}]}]}',
  ],
  pajek: [
    '*Network x\n*Vertices 3 2\n1 "Ann" 0.1 0.2 0.5 ic Red bc Blue\n2 "Bob" [1-5,7,9-*]\n3 Acme\n*Arcs :1 "knows"\n1 2 1.5 l "x" [1-2]\n*Edges :2 "of"\n2 3\n*Arcslist\n1 2 3\n*Matrix\n0 1 0\n1 0 0\n0 0 0\n*Partition p\n*Vertices 3\n1\n2\n1\n*Vector v\n*Vertices 3\n1.5\n2\n-1\n',
  ],
  dl: [
    'dl n=3 format=fullmatrix labels embedded\ndata:\na b c\na 0 1 0\nb 1 0 2\nc 0 0 0\n',
    'dl nr=2 nc=3 format=edgelist2\nrow labels:\na,b\ncolumn labels:\nx,y,z\ndata:\n1 1 2\n2 3\n',
    'dl n=4, nm=2 format=nodelist1\nlabels embedded\nmatrix labels:\nm1 m2\ndata:\na b c\nb d\n!\na d\n',
    'dl n=3 format=lowerhalf diagonal=absent\nlabels:\na,b,c\ndata:\n1\n0 1\n',
  ],
  gml: [
    'Creator "x"\nVersion 1\ngraph [\n directed 1\n node [ id 1 label "Ann &amp; &#228;" graphics [ x 1.5 y -2 Line [ point [ x 0 y 0 ] ] ] tags "a" tags "b" ]\n node [ id 2 gid 3 ]\n edge [ source 1 target 2 value 1.5e3 ]\n]\n',
  ],
  dot: [
    'strict digraph "G" { graph [rankdir=LR]; node [shape=box, color="/set1/3"]; a [label=<<b>Ann</b><br/>x>, pos="1,2!"]; subgraph cluster_0 { label="s"; a -> {b; c}:n [weight=2] } a:p:ne -- b; "d\\"e" -> f -> g [label="x\\n" + "y"]; /* c */ # d\n // e\n}',
    'graph { a -- b -- c; subgraph { d e } -- { f g } edge [dir=both] }',
  ],
  gdf: [
    'nodedef>name VARCHAR,label VARCHAR,born INTEGER,ok BOOLEAN,x DOUBLE\na,"Ann, A",1970,true,1.5\nb,\'Bob\',,,\nedgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE,directed BOOLEAN\na,b,1.5,true\n',
  ],
  tgf: ['1 Ann\n2 Bob B\n#\n1 2 knows\n2 1\n'],
  sif: ['a pp b c\nd\ne\tpd\tf\tg\n'],
  xgmml: [
    `<graph label="x" directed="1" ${NS}><att name="n" type="list"><att type="string" value="a"/></att><node id="1" label="Ann"><att name="born" value="1970" type="integer"/><graphics x="1" y="2"/><att><graph><node id="3"/></graph></att></node><node id="2"/><edge source="1" target="2" cy:directed="0"/></graph>`,
  ],
  cypher: [
    'CREATE (a:Person:Boss {name: "Ann", born: 1970, tags: ["a", \'b\'], p: point({x: 1, y: 2}), d: date("2020-01-01")})-[:KNOWS {since: 1.5}]->(b:`Odd ``name`),\n(c)<-[r:OF]-(a);\nMERGE (x:Y {id: 1}) ON CREATE SET x.n = "z", x += {m: null};\nMATCH (a {name: "Ann"}), (b:Z {id: 2}) CREATE (a)-[:T]->(b);\nUNWIND [{id: 1, properties: {a: 1}}] AS row CREATE (n:A {id: row.id}) SET n += row.properties;\n:begin\nCREATE CONSTRAINT FOR (n:A) REQUIRE (n.id) IS UNIQUE;\n// x\n',
  ],
  mermaid: [
    'flowchart LR\n a["Ann #quot;x#quot;"] -->|knows| b((Bob)) & c{{C}}\n subgraph s [S]\n  d -.-> e == x ==> f\n end\n a --- d\n classDef x fill:#f00\n class a x\n %% c\n click a "http://a"\n',
  ],
  bods: [
    '[{"statementId":"s1","recordId":"r1","recordType":"entity","recordStatus":"new","declarationSubject":"r1","recordDetails":{"isComponent":false,"entityType":{"type":"registeredEntity"},"name":"Acme","jurisdiction":{"code":"GB"},"identifiers":[{"id":"1","scheme":"GB-COH"}]}},{"statementId":"s2","recordId":"r2","recordType":"person","recordDetails":{"personType":"knownPerson","names":[{"type":"legal","fullName":"Ann"}],"birthDate":"1970"}},{"statementId":"s3","recordId":"r3","recordType":"relationship","recordDetails":{"subject":"r1","interestedParty":"r2","interests":[{"type":"shareholding","share":{"exact":51,"minimum":50},"startDate":"2014-01-01"}]}}]',
    '[{"statementID":"a","statementType":"entityStatement","entityType":"registeredEntity","name":"Acme"},{"statementID":"b","statementType":"personStatement","personType":"knownPerson","names":[{"fullName":"Ann"}]},{"statementID":"c","statementType":"ownershipOrControlStatement","subject":{"describedByEntityStatement":"a"},"interestedParty":{"describedByPersonStatement":"b"},"interests":[{"type":"shareholding","share":{"exact":51}}]}]',
  ],
  kumu: [
    '{"elements":[{"label":"Ann","type":"Person","tags":["a","b"],"attributes":{"born":1970}},{"_id":"e2","label":"Bob"}],"connections":[{"from":"Ann","to":"Bob","direction":"mutual","type":"friend","label":"x"}]}',
  ],
};

/** Those of a format, as bytes. */
export const samplesOf = (format: string): Uint8Array[] =>
  (SAMPLES[format] ?? []).map((sample) => (typeof sample === 'string' ? strToU8(sample) : zipped(sample)));

const zipped = (members: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)])));
