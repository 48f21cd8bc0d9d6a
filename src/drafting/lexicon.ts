// The words of news that tell what a name is: ranks, roles, kinds of bodies, kinds of places, offences. Words of the language, no names of anybody.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that stand before a person's name and are no part of it. */
export const HONORIFICS = words(`
  mr mrs ms miss dr prof professor sir dame lord lady madam mx herr frau monsieur madame señor señora don doña
  sheikh sheik rev reverend father sister rabbi imam ayatollah pastor bishop archbishop cardinal pope king queen
  prince princess baron baroness count countess mullah maulana hon datuk datin dato tun seri sri begum shri smt haji
  alhaji mallam otunba messrs justices judges senators congressmen presidents ministers
`);

/** What somebody can be; the last word of a role. Also before a name: "Judge Amara Fofanah". */
export const ROLES = words(`
  chairman chairwoman chairperson chair president vice-president director managing-director ceo cfo coo cto cio founder
  co-founder cofounder owner co-owner head leader boss manager partner secretary minister premier chancellor governor
  mayor senator congressman congresswoman representative rep sen gov deputy aide assistant adviser advisor counsel
  counsellor lawyer attorney solicitor barrister prosecutor judge justice magistrate spokesman spokeswoman spokesperson
  ambassador envoy consul diplomat commissioner commander general colonel major captain lieutenant sergeant admiral
  corporal brigadier marshal officer agent official banker executive engineer accountant auditor journalist reporter
  correspondent editor columnist researcher analyst scientist economist expert activist politician lawmaker legislator
  mp mep member treasurer trustee shareholder investor businessman businesswoman oligarch tycoon billionaire magnate
  entrepreneur financier broker trader coach referee chief marine soldier veteran pilot spy hacker principal dean rector
  speaker whistleblower informant ombudsman inspector detective sheriff superintendent registrar consultant contractor
  employee worker candidate nominee delegate chairmen lobbyist fixer middleman intermediary associate ally rival
  predecessor successor superior bodyguard driver nurse surgeon doctor physician lecturer historian author writer
  novelist poet artist actor actress singer producer designer architect athlete player pharmacist chemist biologist
  physicist gen col maj capt lt sgt adm cmdr chairholder custodian liquidator administrator receiver curator
  president-elect undersecretary vice-chairman vice-chair co-chair co-chairman co-director
  grandmaster mogul warden commandant chairperson-elect convenor premier-designate nephew-in-law cardholder landlord
  dissident defector convict fugitive tsar czar strategist pollster teacher student retiree citizen national resident
  propagandist militant warlord cleric gangster smuggler trafficker banker
  comptroller councillor councilor councilman councilwoman alderman assemblyman assemblywoman constable provost clerk
  notary bailiff attaché nuncio heiress heir blogger vlogger podcaster influencer campaigner advocate organizer organiser
  advisor-general informer courier recruiter handler hitman suspect defendant plaintiff witness peer donor jurist scholar
  academic professor-emeritus philanthropist restaurateur hotelier developer contractor jeweller jeweler dealer
  paralegal interpreter translator cameraman photographer producer presenter broadcaster-journalist host anchor footballer
  cyclist swimmer runner wrestler boxer sprinter chess-player captain skipper goalkeeper manager
  attorney-general secretary-general director-general inspector-general auditor-general solicitor-general
  prosecutor-general major-general lieutenant-general governor-general consul-general vice-chancellor
`);

/** Words that belong to the role that follows them. */
export const ROLE_PREFIXES = words(`
  deputy vice prime former ex acting interim chief senior junior first second co assistant associate executive managing
  general attorney foreign defence defense interior finance transport justice health energy environment education trade
  economy labour labor agriculture culture communications press legal financial operating technology federal regional
  provincial district state supreme lead special permanent public private honorary late then retired ex-deputy
  non-executive secretary major lieutenant brigadier police military opposition government election campaign
  staff union special presidential managing-director hostage home chief-of tan super solicitor accountant surgeon vacation
  parliamentary security intelligence national treasury information commerce tourism housing trade industry interior
`);

/** Roles held by a person towards a person. */
export const PERSONAL_ROLES = words(`
  aide assistant adviser advisor lawyer attorney deputy spokesman spokeswoman spokesperson bodyguard driver secretary
  associate ally rival partner predecessor successor superior counsel manager boss fixer friend accountant protégé mentor
`);

export const FAMILY = words(`
  wife husband son daughter brother sister father mother uncle aunt cousin nephew niece widow widower ex-wife ex-husband
  grandson granddaughter grandfather grandmother stepson stepdaughter stepfather brother-in-law sister-in-law son-in-law
  daughter-in-law father-in-law mother-in-law half-brother half-sister fiancé fiancée girlfriend boyfriend spouse sibling
`);

export const DIRECTING = words(`
  chairman chairwoman chairperson chair president vice-president director ceo cfo coo cto cio head leader boss chief
  chancellor rector dean principal secretary minister governor commissioner treasurer trustee vice-chairman co-chair
  co-chairman co-director vice-chair speaker executive
`);
export const OWNING = words('owner co-owner founder co-founder cofounder shareholder investor');
export const BELONGING = words(
  'member partner delegate mp mep senator lawmaker legislator candidate commissioner',
);
export const ACTING_FOR = words('lawyer attorney counsel solicitor barrister agent representative lobbyist');

/** Last or chief word of a body's name. */
export const BODIES = words(`
  authority ministry department bureau court tribunal bank group holding holdings federation union committee commission
  agency university college institute institution academy school council parliament senate congress assembly party
  movement alliance coalition league front foundation trust fund association society organization organisation centre
  center office service services police army navy force forces corporation company companies enterprise enterprises
  industries industry partners capital investments investment ventures consulting consultants logistics shipping
  airlines airways motors pharmaceuticals pharma laboratories labs technologies systems solutions software energy
  petroleum oil gas mining steel metals chemicals brewing breweries brewery foods media press broadcasting network
  networks embassy consulate directorate inspectorate secretariat administration treasury exchange registry chamber
  confederation brotherhood syndicate cartel project initiative observatory watch club board cabinet government
  prosecutor prosecutors prosecution guard corps brigade battalion regiment division squadron church diocese mosque
  hospital clinic museum theatre theater library museum insurance securities advisors advisers associates brothers sons
  works factory plant mill shipyard refinery telecom telecommunications airlines railways railway port ports
  intelligence custom customs investigators investigations pact conference forum summit mission delegation registrar
  ombudsman televison television radio tv studios pictures records entertainment marketing communications properties
  realty estates developers construction engineering electronics aerospace aviation dynamics robotics biotech
  diagnostics healthcare medical sciences trading resources international worldwide global teamsters workers
  broadcaster newspaper magazine management cooperative collective consortium junta militia legion taskforce station
  banco banca banque banka grupo gruppo groupe compagnie société sociedad fundación fundação fondation partido instituto
  ministerio ministère bloc finance credit leasing minerals publishing stores products payments utilities tankers freight films brands wealth
  savings equity assets bancorp hedge committeemen firm chancery constabulary
`);

/** Marks of a company's legal form, at the end or (in Russian use) at the beginning. */
export const LEGAL_FORMS = words(`
  inc inc. llc l.l.c. ltd ltd. limited llp lp plc corp corp. co co. gmbh ag kg kgaa ohg ug se sa s.a. sas sarl s.a.r.l.
  srl s.r.l. spa s.p.a. nv n.v. bv b.v. ab oy oyj as a/s asa aps kft zrt ooo oao zao pao ao ooo. tov pat pjsc ojsc cjsc
  jsc pte pty bhd berhad pjs tbk pt sdn kk k.k. sp ltda ltda. s.l. sl a.ş. aş a.s. d.o.o. doo ad ead eood sro s.r.o. oü sia uab
  ооо оао зао пао ао
`);

/** What somebody is said to have been or become, before a name at the head of a sentence. */
export const FORMERLY = words(`
  acting deputy former late veteran fellow rival longtime then current fugitive billionaire prominent controversial notorious wealthy
  top senior leading local ex outgoing incoming
`);

/** Words of a newspaper's, a broadcaster's or an agency's name. */
export const PRESS = words(`
  times post news herald tribune guardian telegraph journal gazette chronicle observer independent examiner inquirer
  dispatch courier express mirror sun star daily weekly standard mail record bulletin sentinel register globe review
  economist insider intercept broadcasting radio television tv wire press today voice monitor reporter
  kurier zeitung spiegel bild welt tagblatt tageszeitung nachrichten monde figaro libération parisien país mundo abc
  vanguardia corriere repubblica stampa folha estado globo diário jornal dagens dagblad svenska aftenposten berlingske
  politiken gazeta gazette novosti vedomosti izvestia pravda presse standaard telegraaf volkskrant asahi shimbun
`);
/** Articles and the like that begin such a name, in languages where they tell. */
export const PRESS_STARTS = words(
  'der die das le la el il folha o dagens de het los al diário jornal gazeta',
);

export const PLACE_WORDS = words(`
  park heath bagh nagar chowk marg enclave gardens lane hill hills heights airport tower towers plaza wall corner bridge
  jalan bukit kampung calle rue via prison jail palace courthouse stadium hotel boulevard
  province river mountain mountains lake sea ocean island islands street avenue road square county district region
  city town village republic kingdom emirate desert valley coast bay gulf strait peninsula canal harbour harbor
  territory oblast raion krai prefecture rio mount cape state states port
`);

/** Capitalised, but no name of a person, a body or a place that could be tied to anything. */
export const NOT_NAMES = words(`
  may section article chapter clause exhibit appendix annex oks holocaust nobel pulitzer   monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas easter ramadan i english
  internet covid covid-19 god islam christianity west east north south west's ok am pm est gmt utc cet gdp
  advertisement home world read more source sources share photo image video file related subscribe newsletter copyright
  comments watch listen live breaking updated published editor's note faq pdf url id dna hiv aids pr q&a ceo cfo coo cto
  usd eur gbp vat ipo phd mba suv sms app twitter.com t-shirts t-shirt nazi olympic olympics
  democrat democrats republican republicans communist communists socialist conservative liberal christian christians
  muslim muslims jew jews jewish catholic catholics protestant islamist nazi nazis brexit bitcoin twitter-post
`);

/** What ends the name of an event, a law or a thing. */
export const THINGS = words(`
  war wars olympics games cup championship championships act treaty agreement accord protocol convention law bill
  constitution revolution crisis summit day prize award medal peace deal plan programme program scandal affair election
  elections code article amendment pandemic era age century scandal crisis report papers files leaks championship
  regulations regulation rules licence license charter ordinance parade cups trial trials leak document documents message
  item items operation operations relations
  festival marathon conference league's vote referendum doctrine axis list register regulations-list
`);

/** Bodies that are only described. With an adjective of a country or a place before them they are somebody. */
export const DESCRIBED_BODIES = words(`
  court courts authorities prosecutors investigators police government officials regulators regulator parliament
  services service military army intelligence customs nations countries embassy ministry tribunal security
`);

/** Groups that speak, where the text has them speak. */
export const VOICES = words(`
  observers analysts experts prosecutors investigators activists critics campaigners
  researchers lawmakers regulators
`);

export const SAYING = words(`
  said says say told tells reported reports report claimed claims claim alleged alleges allege stated states announced
  announces added adds wrote writes confirmed confirms insisted insists argued argues warned warns suggest suggests
  suggested remark remarked remarks note noted believe believed urged urges according accuse accused explained declared
  acknowledged testified
`);
export const DENYING = words(
  'denied denies deny rejected rejects reject dismissed dismisses refuted disputes disputed',
);
export const ALLEGING =
  /\b(?:allegedly|alleged|alleges|purportedly|reportedly|supposedly|accused of|accuses|suspected|is said to|are said to|claims?|claimed|accusations?|allegations?)\b/i;

/** Stems of offences → what a case about them is called. */
export const OFFENCES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:brib(?:e|es|ery|ing)|kickbacks?)\b/i, 'bribery'],
  [/\b(?:espionage|spying)\b/i, 'espionage'],
  [/\btreason\b/i, 'treason'],
  [/\bembezzl\w+/i, 'embezzlement'],
  [/\bmoney[- ]launder\w+|\blaunder\w+/i, 'money laundering'],
  [/\btax (?:evasion|fraud)\b/i, 'tax evasion'],
  [
    /\b(?:fals\w+ (?:results|votes|returns)|(?:election|electoral|vote) (?:fraud|rigging)|vote-rigging)\b/i,
    'election fraud',
  ],
  [/\bfraud\w*\b/i, 'fraud'],
  [/\bcorrupt(?:ion)?\b/i, 'corruption'],
  [/\b(?:murder\w*|killing)\b/i, 'murder'],
  [/\bmanslaughter\b/i, 'manslaughter'],
  [/\bextort\w+/i, 'extortion'],
  [/\binsider (?:trading|dealing)\b/i, 'insider trading'],
  [/\bsmuggl\w+/i, 'smuggling'],
  [/\btraffick\w+/i, 'trafficking'],
  [/\bsabotage\b/i, 'sabotage'],
  [/\bterroris[mt]\b/i, 'terrorism'],
  [/\b(?:doping|doped)\b/i, 'doping'],
  [/\bperjury\b/i, 'perjury'],
  [/\b(?:theft|stealing|robbery)\b/i, 'theft'],
  [/\b(?:forgery|forging)\b/i, 'forgery'],
  [/\babuse of (?:power|office)\b/i, 'abuse of office'],
  [/\b(?:leaking|leaked) (?:state )?secrets\b/i, 'leaking secrets'],
  [/\bextremism\b/i, 'extremism'],
  [/\bharassment\b/i, 'harassment'],
  [/\b(?:rape|sexual assault)\b/i, 'sexual assault'],
  [/\b(?:price[- ]fixing|cartel)\b/i, 'price fixing'],
  [/\bhack(?:ing|ed)\b/i, 'hacking'],
];

/** Words of grammar that begin sentences. */
export const GRAMMAR = words(`
  the a an in on at by his her its their this that these those he she it they we you but and or nor for from with as after
  before when while if since during amid amidst under over against among between both each every all some many most no
  not our my your one two three four five six seven eight nine ten according although because despite however meanwhile
  moreover instead also even yet still now then there here what who why how where which whose to of into through about
  last next later earlier soon once only just more less such so than though until unless upon via within without neither
  either another other others several few any much currently recently eventually finally previously asked today
  yesterday tomorrow
  has have had is are was were do does did can could should would let yes well because
`);

/** Small words inside names of people and of bodies in many languages. */
export const PARTICLES = words(
  'au aux de da do dos das del della di du des la le von van der den ter ten zu zur bin ibn al el ben y e af av het auf am',
);

/** Common nouns that stand before a body's name and say what it is. */
export const BODY_NOUNS = words(`
  company firm bank fund brewer maker manufacturer airline subsidiary newspaper magazine agency broadcaster group party
  charity union watchdog publisher website retailer lender insurer operator developer supplier contractor startup
  conglomerate giant outlet channel daily weekly think-tank ngo foundation organization organisation rival carrier
  miner producer drugmaker chipmaker carmaker automaker consultancy club unit affiliate network station portal platform
  institute university movement militia
`);

/** Nouns before a name that say as much, but that mostly end a name of their own when capitalised. */
export const KINDS_OF_BODIES = words(`
  association nonprofit non-profit gang brand vehicle trust holding shipyard refinery bloc federation committee council
  commission partnership publication tabloid syndicate cartel
`);

/** Letters in capitals that are no body. */
export const NOT_BODIES = words(`
  cm mla mna ips ias qc kc esq tv ceo cfo coo cto dna gdp ok am pm gmt est cet hiv aids pr it ai eu-wide vat ipo phd mba suv sms usd eur gbp chf id pdf
  faq ii iii iv vi vii viii ix xi xii jr sr mp mps mep ied ngo ngos vip cv hr cctv adhd covid wmd icu lgbt gps usb url html
`);
export const STATES: ReadonlySet<string> = new Set([
  'russian federation',
  'soviet union',
  'ivory coast',
  ...words('us u.s u.s. usa u.k. uk uae u.a.e. ussr prc drc dprk'),
]);

/** Bodies that news speaks of by a name that tells nothing of their kind. */
export const KNOWN_BODIES: ReadonlySet<string> = new Set(
  `sputnik,cbs,nbc,cnbc,msnbc,fox news,npr,pbs,sky news,france 24,ansa,efe,dpa,kyodo,yonhap,pti,bernama,anadolu,irna,
    ukrinform,unian,meduza,vedomosti,kommersant,izvestia,pravda,eni,bp,exxon,exxonmobil,chevron,glencore,
    pentagon,kremlin,white house,interpol,europol,eurojust,reuters,tass,interfax,ria novosti,xinhua,bloomberg,afp,
  associated press,bbc,cnn,al jazeera,deutsche welle,financial times,bellingcat,greenpeace,amnesty international,
  human rights watch,transparency international,nato,opec,unesco,unicef,red cross,goldman sachs,morgan stanley,
  jpmorgan,jpmorgan chase,jp morgan,credit suisse,deutsche bank,wells fargo,merrill lynch,lehman brothers,lazard,
  rothschild,barclays,santander,ernst & young,deloitte,kpmg,mckinsey,blackrock,gazprom,rosneft,lukoil,sberbank,
  huawei,siemens,airbus,boeing,volkswagen,google,facebook,meta,microsoft,apple,amazon,scotland yard,capitol hill,
  congress,senate,treasury,bundestag,knesset,duma,state duma,verkhovna rada,house of representatives,united nations,un,
  u.n.,european union,eu,e.u.,imf,world bank,getty images,forbes,harvard,yale,princeton,stanford,west point,
  downing street,politico,axios,propublica,mediapart,le monde,der spiegel,el país,meduza,hamas,hezbollah,taliban,
  al-qaeda,wagner,mossad,stasi,kgb,fsb,gru,sbu,cia,fbi,mi5,mi6,nsa,bnd`.split(/,\s*/),
);

/** What a secretary or minister is of: "Secretary of State Antony Blinken" is one name with its title. */
export const PORTFOLIOS = words(`
  affairs matters hostage
  state staff defence defense justice finance energy commerce labor labour police information health education
  agriculture transportation transport treasury war interior trade culture security staff operations state
`);
