// Given names, family names that come first, places and demonyms of the world that the lexicon of `compromise` lacks. General words, nobody’s in particular.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Given names in Latin letters without diacritics: Slavic, Caucasian, Central Asian, Turkish, Arabic, Persian, South Asian, Malay, African, Spanish, Portuguese, Italian, Greek, German, Nordic, Baltic, Balkan. */
export const GIVEN_NAMES = words(`
  alexei aleksei alexey aleksey aleksandr aleksandra alexandr oleksandr oleksandra oleksiy oleksii anatoly anatoli
  anatolii andrei andrey andriy andrii anton arkady arkadi artem artyom boris bogdan bohdan daniil danylo denis denys
  dmitri dmitriy dmytro ekaterina yekaterina kateryna elena yelena olena evgeny evgeni evgenia yevgeni yevgenia yevhen
  yevheniia fyodor fedor gennady gennadi georgy georgii gleb grigory hryhoriy igor ihor ilya illia inna irina iryna ivan
  kirill kyrylo kirsan konstantin kostyantyn ksenia kseniya larisa larysa leonid lev lidia liudmila lyudmila lyubov maksim
  maxim maksym marina maryna matvei mikhail mykhailo mikhaylo mykola mykhaylo nadezhda nadiia nastya anastasia natalia
  nataliya natalya nikita nikolai nikolay oksana oleg oleh olga olha ostap pavel pavlo petro pyotr polina roman rostislav
  ruslan rustam sergei sergey serhii serhiy semyon semen stanislav stepan svetlana svitlana taras tatiana tatyana tetiana
  timofei timur ulyana vadim vadym valentin valentina valeria valery valerii valeriy varvara vasily vasyl veronika viktor
  viktoria vitaly vitalii vitaliy vladimir vladislav vladlen volodymyr vsevolod vyacheslav viacheslav yana yaroslav
  yegor yehor yulia yuliia yuri yuriy yurii yury zakhar zhanna zinaida zoya alyona alena alesya ales siarhei sviatlana
  tsikhan uladzimir zmitser maryia stsiapan
  gizo giorgi irakli levan mikheil nino bidzina tamar vakhtang zurab davit armen aram  arsen ashot gagik hovik karen
  nikol serzh tigran vahan anahit ilham heydar leyla arzu mehriban elchin ramiz rashad tofig emin aygun kamaladdin
  nursultan dariga kassym-jomart timur bakhytzhan yerlan askar daniyar aigul gulnara  shavkat emomali rustam
  gurbanguly sadyr almazbek kurmanbek alsu ramzan akhmed apti magomed shamil zelimkhan marat rinat airat ildar
  ahmet ayse aylin binali bulent burak cem cemal devlet dilek ekrem elif emre erdal fatih fethullah gokhan hakan halil
  hulusi ibrahim kemal mehmet mert meral murat mustafa nuri osman orhan recep reza ridvan selahattin serkan suleyman
  tayyip tuncay tolga ugur umit volkan yasin yilmaz zekeriya
  abd abdel abdul abdallah abdullah abdulaziz abdelaziz abdelfattah abdulrahman abdulsalam adel adil adnan ahmad ahmed
  aisha alaa ali alia amal amin amina amir amr anas anwar aref ashraf asma asmaa atef ayman aziz badr bashar basel
  basim bassam bilal dalia diaa ehab essam fadi fahd fahad faisal farah fareed farid farouk fatima fawzi gamal ghada ghassan
  habib hadi hafez haider haitham hala hamad hamdi hamid hamza hani hanan hashem hassan hatem hazem hesham hisham hosni
  hossam hosam huda hussain hussam hussein iman imad ismail issam iyad jaber jalal jamal jamil jawad kamal karim khadija
  khaled khalid khalifa khalil laila layla lina lubna maha mahdi maher mahmoud mahmud majdi majed majid malak malik mansour
  manal mariam marwa marwan maryam mazen mizan mohamed mohammad mohammed muhammad moammar muammar mohsen moktar mona
  mounir mubarak muhsin muna munir murad musa mustapha muwaffaq nabil nada nadia nadim naguib naji najib najla nasser nawaf
  nayef nizar noha noor nour nouri omar omneya osama othman qais qasim rafik rafiq raed rami ramzi rana rania rashid
  rashida rasha riad riyad rula saad sadiq safwat sahar  saeed saif salah salam saleh salem salim salma salman salwa
  sami samir samira sana sara sayed sayyid shadi shafik sharif shaimaa sherif suad suha suhail sulaiman  taha talal
  tamer tamim tareq tariq tarek tawfiq tawfik usama wael waleed walid wafa yahya yasmin yasser yehia younes yousef youssef
  yusuf zahra zaid zaki zakaria zayed zeinab ziad zaynab zuhair bouchra brahim driss fouad hicham houda larbi mokhtar
  moncef rached slim zine zouhair
  abbas ahmadinejad akbar alireza arash ardeshir ashkan azadeh bahram behrouz behnam dariush ebrahim esmail farhad farideh
  fereydoun ghasem golnaz hamidreza hassanali hossein javad kambiz kaveh kayvan khosrow mahsa maryam masih masoud mehdi
  mehrdad mir-hossein mohammadreza mohsen mojtaba morteza nasrin navid nazanin niloufar parviz reyhaneh rouhollah saeid
  shahram shirin siamak soheil soraya zahra
  aarav abhijit abhishek aditya ajay ajit akash akhilesh alok amar amartya amit amitabh amritpal anand anant anil anilesh
  anita anjali ankit anoj anoop anurag aparna arjun arun arundhati aruna arvind asad ashish ashok ashraf ashwin asif
  atul babar balakrishnan  benazir bhupinder bilawal bimal brijesh chandra chetan deepak deepika devendra dilip dinesh
  divya fakhrul farooq gautam geeta girish gopal govind gurmeet harish harsh harsha harshad hasina hemant himanshu imran
  indira indra ishaq ishrat jagdish jai jairam jaswant jawaharlal jayalalithaa jayant jayesh jitendra jyoti kalpana kamal
  kanimozhi kapil karan karti kartik kiran kirti kishore krishna kulsoom kumar lakshmi lalit lalu madhu madhav mahesh
  mahinda maithripala mallikarjun mamata manish manjula manmohan manoj  mayawati meera meghna milind mohan mohit
  mudit mukesh mukul muralidhar nalini namrata nandan narendra naresh naveen nawaz neelam neeraj neha nikhil nirav nirmala
  nisha nitin nitish  padma pallavi pankaj parveen piyush prabhat pradeep prafulla prakash pramod pranab prasad prasanna
  prashant prateek pratibha praveen pravin preeti preet prem prithvi priya priyanka rabindra raghav raghuram rahul raj
  raja rajan rajat rajeev rajendra rajesh rajinder rajiv rajnath raju rakesh ram raman ramesh ranil ranjan ranjit rashmi
  ravi ravindra rekha renu riaz ritu rohan rohit sachin sandeep sangeeta sanjay sanjeev sanjiv santosh sarath sathya satish
  satya satyendra saurabh savita seema shahbaz shaheen shahid shakti shankar sharad shashi sheela shehbaz shekhar shikha
  shilpa shiv shivraj shobha shruti siddharth sirisena smriti sonali sonia subhash subramanian sudhir suhas sujata suman
  sumit sunil sunita suresh surjit sushil sushma swapna  swati tahir tapan tarun tushar uday uma umar umesh uttam
  vaibhav varun vasundhara veena vijay vijaya vikas vikram vimal vinay vineet vinod vipin virat virendra vishal vivek wajid
  yashwant yogendra yogi yousaf zafar zardari zulfikar  tulsi usha bala neena gurbax tejashwi
  aminah azlin azmin azral hishammuddin ismee lodin mahathir mahiaddin muhyiddin mukhriz najib nurul rafizi razak rosmah
  shafee shahrizat shahrol zahid zeti agus bambang budi dewi gita joko megawati prabowo puan retno setya siti sri susilo
  widodo benigno corazon ferdinand imelda rodrigo leila prayut thaksin yingluck thanathorn srettha
  abdulahi abdulazeez abiola abubakar  adaeze adebayo ade ademola adesola aduke ajay akinwumi aliko aliyu  amadou
  amara aminata amina anyang asari atiku ayodele babatunde babajide binta bola bolaji bukola chibuzor chidi chika
  chimamanda chinedu chinua chukwudi chukwuma cyril diezani dimeji dogara ebele emeka emmanuel ernest farouk femi folake
  fola folorunsho funke goodluck godswill godwin hailemariam ibrahima ifeanyi ifeoma ike ikechukwu isabel isatou isha
  isiaka ikenna jacinta jomo joaquim jonas julius kagiso kofi kwabena kwame kwasi kgalema lamido lynne malusi mamadou
  mandla mcebisi mobutu moise moshood muhammadu mwai nana nelson ngozi nhlanhla nkosazana nkosana nnamdi nuhu nyako
  obiageli obinna ogbonnaya okechukwu olisa olu oluremi olusegun olusola omotola osagie orji pius pravin raila rotimi
  rukmini sambo samia sani sekou sibusiso siyabonga tendai thabo thandi thuli tito  tunde uche uhuru umaru uzoma
  wangari wole yahaya yakubu yemi yoweri zainab zanele zukiswa zweli kizza bobi paulo ousmane cheikh idriss fatou fatoumata
  moussa salif souleymane macky abdoulaye aboubacar denis laurent felix joseph-desire alassane guillaume
  adolfo agustin alberto alejandra alejandro alfonso alfredo alonso alvaro amado ana andres  angela antonio aparecida
  armando arturo augusto beatriz benito bernardo blanca bruno camila carlos carmen catalina cecilia cesar claudia claudio
  clara consuelo cristiano cristina daniela delcy diego dilma diosdado domingo eduardo edmundo elba elias emiliano emilio
  enrique ernesto esperanza esteban estela eugenia eugenio eva evo fabian fabio federico felipe fermin fernanda fernando
  fidel flavia flavio florencia francisca francisco gabriela geraldo gerardo german gilberto gilda gloria gonzalo graciela
  guadalupe guillermo gustavo hector hernan horacio hugo humberto ignacio ines isabel ismael ivan ivana jacinto jaime jair
  javier jesus joao joaquin jorge jose josefina juan juana juliana julio laura lazaro leandro leonel leopoldo leticia
  lorenzo lourdes lucas lucia luciano luis luisa luiz lula magdalena manuel manuela marcela marcelo marcio marco marcos
  margarita maria mariana mariano marisol mario marta martin mateus matias mauricio maximo mercedes miguel milagros moises
  monica nadine natalia nayib nestor nicanor nicolas norberto octavio ollanta oscar osvaldo pablo paloma paola patricio
  paula pedro pilar rafael rafaela ramiro ramon raquel raul rene renata renato ricardo roberto rocio rodrigo rogelio
  rosa rosario ruben salvador samuel santiago sebastiao sergio silvia silvio simon soledad sonia susana tabare teodoro
  teresa tomas ulises valentina veronica vicente victor violeta virgilio ximena yolanda vinicius thiago tiago rui nuno
  goncalo henrique joana isabela isaltino duarte
  alessandra alessandro alessia andrea angelo antonella beppe bernardino carlo chiara dario domenico elisabetta enrico
  enzo fabrizio federica filippo francesca francesco franco gianfranco gianluca gianni giancarlo giorgia giorgio giovanni
  giulia giulio giuseppe giuliano guido ilaria lorenzo luca luigi marcello mariagrazia massimo matteo maurizio mirko nicola
  paolo piero pietro renzo riccardo romano salvatore sandro simone stefano umberto vincenzo vittorio walter
  adonis alexis alexandros anastasios antonis apostolos athanasios christos costas konstantinos dimitrios dimitris evangelos
  fofi georgios giannis ioannis katerina kyriakos lefteris maria michalis nektarios nikolaos nikos panagiotis pavlos
  petros spyros stavros stelios theodoros thanasis vassilis yannis yiannis
  achim alois andreas angela anja anke annegret annette armin arndt astrid axel bernd bernhard birgit bjorn bodo britta
  christoph dagmar detlef dieter dietmar dirk eckart eckhard egon elke ernst erwin eva-maria felix frank-walter friedrich
  fritz gerd gerhard gernot gisela gregor gunter gunther guido hannelore hans hans-georg hans-joachim hans-peter hansjorg
  harald hartmut heidi heike heiko heiner heinrich heinz helga helge helmut henning herbert hildegard holger horst ilse
  ingo ingrid inge jan joachim jochen johann johannes jorg josef joschka julia jurgen kai karin karl karl-heinz karl-theodor
  karsten carsten katarina katja katrin klaus konrad kurt lars lothar ludger lutz manfred manuela markus martina mathias
  matthias meike mechthild michaela nils norbert olaf oskar otto paul-peter peer petra philipp rainer ralf reiner reinhard
  reinhold renate robert roland rolf rudiger rudolf sabine sahra saskia sebastian siegfried sigmar silke sigrid stefan
  steffen susanne sven svenja thomas thorsten tilman tino torsten udo ulf uli ulrich ulrike ursula uta ute uwe volker
  werner wilhelm winfried wolf wolfgang wolfram ignaz heinz-christian sebastian alfred
  anders andreja annika arne asbjorn astrid birgitta birte bjarne bo borge carina carl dag ebba einar eirik elin erik
  erna espen fredrik geir gro gudrun gunnar gustaf hakan halvor harald hege henrik ingeborg ingvar jarle jens joakim
  johan jonas jon jorgen jorn kaare kari kirsten kjell kjersti knut kristian kristin lars lasse leif lene linnea magdalena
  magnus marit marius mats mette mikael mona morten nils odd ola ole olof olav oystein pal  pelle  pernille pia
  ragnar ragnhild rasmus rune sigurd siv sofie solveig stefan stein stig sune svein sverre tage tarjei terje thor thorbjorn
  tor torbjorn tore torgeir torstein trine trond trygve ulf vidar aino antti eero eija esko heikki ilkka jari jarmo jukka
  juha jussi kaisa kari katri kimmo lauri li mari markku matti mauno mika mikko paavo paivi pekka petteri riikka riitta
  risto sanna sauli seppo tarja teemu timo toomas ville ville-veikko kaja juri taavi andrus urmas edgar jaanika maris
  krisjanis valdis egils arturs dalia gitanas ingrida saulius vytautas algirdas arvydas mantas antanas
  adam agata agnieszka aleksander andrzej anna beata bartosz bogdan boguslaw bronislaw cezary czeslaw dariusz donald
  dorota edyta elzbieta ewa grazyna grzegorz halina hanna henryk iwona izabela jacek jadwiga jakub janina janusz jaroslaw
  jerzy joanna jolanta justyna kamil karol katarzyna kazimierz konrad krystyna krzysztof lech leszek lukasz maciej
  magda malgorzata marcin marek mariusz mateusz michal mieczyslaw monika patryk pawel piotr przemyslaw radoslaw rafal
  roman ryszard slawomir stanislaw stefan sylwia szymon tadeusz tomasz urszula wanda wieslaw witold wladyslaw wlodzimierz
  wojciech zbigniew zdzislaw zofia zygmunt alojz andrej bela bohuslav borut branko bozidar darko dalibor dragan dusan
  goran gordan hashim hrvoje ivica ivo janez janko jana jiri josip jozef kolinda ladislav lubomir ludek lukas marjan
  marketa martina mate milan milena mileva milorad milos miloslav milo mirko miroslav mladen momcilo nebojsa nenad
  ondrej peter petr radek radovan ratko robert sasa sinisa slavko slobodan snezana srdjan stjepan tomislav vaclav veselin
  vesna vlado vladan vojislav vojtech vuk zdenek zeljko zlatko zoran zuzana andras attila balazs csaba ferenc gabor geza
  gergely gyorgy gyula imre istvan janos jozsef karoly katalin lajos laszlo levente miklos orsolya peter sandor tamas
  tibor viktor zoltan zsolt zsuzsanna adrian alin bogdan calin catalin codrut corneliu costin crin cristian dacian
   dorin dumitru elena florin gabriel gheorghe ilie ioan ion ionut iulia iurie klaus laura-codruta liviu lucian marcel
  marian mihai mihail mircea mugur nicolae nicusor octavian ovidiu petre radu raluca razvan rodica sebastian sorin traian
  tudor vasile victor viorica vlad vladimir boyko delyan hristo ivaylo kiril kornelia krassen plamen petko rosen rumen
  simeon stefka tsvetan tsvetelina yane edi ilir sali edmond erion fatmir hashim ismail isa kadri albin vjosa
  aurelie aurore benoit brigitte cedric celine charlotte chantal christophe claire clement corinne cyrille dominique
  edouard elisabeth emmanuel-marie eric etienne fabrice florence francois francoise frederic genevieve gerald gerard gilles
  guillaume herve isabelle jacques jean jean-claude jean-francois jean-luc jean-marie jean-michel jean-paul jean-pierre
  jeremie jerome laurent laurence lionel loic louis luc lucie madeleine marc marielle marine mathieu mathilde maxime michel
  michele mireille nathalie nicole olivier pascal patrice philippe pierre rachida raphael regis remi remy roselyne sandrine
  segolene serge severine sebastien sophie stephane stephanie sylvain sylvie thierry valerie veronique vincent virginie
  xavier yann yannick yves yvon zinedine alain
  bart dirk geert gerrit guus hanneke hans henk ineke jaap jelle jeroen joop joost karel kees lodewijk maarten marieke
  marijke matthijs  menno mieke pieter piet rutger ruud sander sjoerd sigrid sybrand thijs tjeerd wim wopke wouter
  willem yvette
  gannon miranda rachel katherine ketanji terri preet raphael tahmina siobhan niamh aoife eoghan declan ciaran micheal
  eamon padraig sinead grainne seamus oisin darragh rhys gareth dafydd aled angharad carys nigel alistair alasdair hamish
  lachlan callum ewan iain mairi angus priti kemi rishi sajid kwasi nadhim suella jacinda scott kathleen mathew
  binyamin benjamin avigdor ehud shimon yitzhak moshe naftali yair tzipi gideon avi benny amos shlomo ari menachem
`);

/** Given names that are words of the language as well. */
export const ALSO_GIVEN_NAMES = words(`
  art april august bill bob bud buck chance chase chip christian chuck clay cliff colt dale dean dick don drew earl faith
  frank gene ginger glen grace grant guy harry hope ivy jack jay jim joy june ken kit lance lane mark max may miles nick
  norm pat penny peg pierce ray red reed rex rich rob robin rod rose rusty sandy skip stew sue ted tim tom trip violet
  wade ward will woody dan josh brook summer summer crystal dawn destiny melody precious blessing sunday friday monday
`);

/** Family names that come first, of China, Korea and Vietnam: "Yu Gang" is Mr Yu. Only before another word are they telling. */
export const LEADING_SURNAMES = words(`
  bai cai cao chang chen cheng chung cui dai deng ding dong du duan fan fang feng fu gao geng gong gu guo han hao  hong hou
  hu huang ji jia jiang jin kang kong lai lei li liang liao lin ling liu lu luo lyu ma mao meng mu ouyang pan peng pu qian
  qiao qin qiu ren shao shen shi song su sun tan tang tao tian wan wang wei wen weng wu xi xia xiang xiao xie xiong xu xue
  yan yang yao ye yi yin yu yuan yue zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou bo ban chai
  cho choe choi  hwang  jang jeon jeong jo jung kang kim ko kwak kwon lee lim min moon nam noh  paik park rhee ryu
  seo shin sohn son song yoo yoon bui dang dinh doan duong hoang huynh le ngo nguyen pham phan tran trinh truong vo vu
`);

/** Cities, regions and seas beside those of the lexicon; words of one name are joined by a hyphen. */
export const PLACES = words(`
  kyiv kiev nicosia minsk tbilisi chisinau tallinn riga vilnius astana nur-sultan bishkek dushanbe yerevan baku pristina
  skopje podgorica brasilia sao-paulo rio-de-janeiro new-york new-york-city hong-kong los-angeles san-francisco
  buenos-aires tel-aviv cape-town abu-dhabi saint-petersburg st-petersburg st.-petersburg north-america south-america
  latin-america central-america middle-east central-asia southeast-asia far-east black-sea caspian-sea baltic-sea
  mediterranean europe asia africa america mideast west-bank gaza gaza-strip siberia crimea donbas donetsk luhansk kherson
  zaporizhzhia mariupol kharkiv lviv odesa odessa dnipro balkans scandinavia caucasus kalmykia chechnya dagestan tatarstan
  bashkortostan sakhalin kamchatka kaliningrad smolensk yekaterinburg ekaterinburg novosibirsk omsk tomsk  samara
  saratov volgograd voronezh rostov rostov-on-don krasnodar krasnoyarsk irkutsk khabarovsk vladivostok murmansk arkhangelsk
  tver  kazan ufa chelyabinsk sochi grozny makhachkala bryansk kursk belgorod pskov nizhny-novgorod washington-dc
  washington-d.c washington-d.c. d.c washington oregon abuja lagos kano kaduna accra nairobi mombasa kampala kigali
  dar-es-salaam dodoma lusaka harare gaborone windhoek maputo luanda kinshasa brazzaville libreville yaounde douala
  ndjamena niamey bamako ouagadougou dakar banjul bissau conakry freetown monrovia abidjan yamoussoukro lome cotonou
  khartoum juba addis-ababa asmara djibouti mogadishu antananarivo tripoli benghazi tunis algiers rabat casablanca
  marrakesh marrakech nouakchott pretoria johannesburg durban soweto cairo alexandria giza suez damascus aleppo homs
  beirut amman jerusalem ramallah hebron nablus baghdad basra mosul erbil kirkuk riyadh jeddah mecca medina doha manama
  muscat sanaa aden dubai sharjah kuwait-city tehran isfahan mashhad qom shiraz tabriz kabul kandahar herat islamabad
  karachi lahore peshawar quetta rawalpindi multan faisalabad delhi new-delhi mumbai bombay kolkata calcutta chennai madras
  bengaluru bangalore hyderabad pune ahmedabad jaipur lucknow kanpur nagpur patna bhopal chandigarh kochi amritsar punjab
  gujarat maharashtra kerala karnataka bihar rajasthan tamil-nadu uttar-pradesh goa haryana assam odisha jharkhand dhaka
  chittagong kathmandu colombo kandy  thimphu yangon naypyidaw bangkok phuket vientiane phnom-penh hanoi
  ho-chi-minh-city saigon kuala-lumpur putrajaya penang johor sabah sarawak selangor jakarta bali surabaya manila cebu
  davao dili bandar-seri-begawan taipei kaohsiung macau shenzhen guangzhou guangdong guangxi hainan hubei hunan hebei henan
  shanxi shaanxi shandong jiangsu jiangxi zhejiang fujian sichuan yunnan guizhou gansu qinghai xinjiang tibet ningxia
  liaoning jilin heilongjiang anhui chongqing tianjin wuhan chengdu nanjing hangzhou xian dalian harbin ulaanbaatar
  pyongyang seoul busan incheon osaka kyoto hokkaido okinawa fukushima canberra sydney melbourne brisbane  adelaide
  wellington auckland christchurch port-moresby suva honiara nauru mexico-city guadalajara monterrey tijuana puebla oaxaca
  guatemala-city tegucigalpa managua  san-salvador panama-city havana kingston port-au-prince santo-domingo
  port-of-spain nassau bridgetown caracas maracaibo bogota medellin cali quito guayaquil  cusco la-paz santa-cruz
  asuncion montevideo  valparaiso  cordoba curitiba brasília são-paulo  recife porto-alegre
  lisbon porto madrid barcelona  seville bilbao malaga marbella paris marseille lyon  cannes strasbourg
  bordeaux toulouse lille brussels antwerp ghent bruges amsterdam rotterdam the-hague hague utrecht eindhoven luxembourg
  berlin munich hamburg frankfurt cologne dusseldorf stuttgart leipzig dresden bremen hanover karlsruhe bonn bavaria
  saxony hesse vienna salzburg graz linz bern berne zurich geneva basel lausanne lugano zug davos rome milan turin naples
  palermo sicily sardinia venice  bologna genoa bari valletta athens thessaloniki piraeus sofia varna plovdiv
  bucharest cluj timisoara belgrade novi-sad sarajevo zagreb  dubrovnik ljubljana bratislava kosice prague brno
  ostrava budapest warsaw krakow gdansk wroclaw poznan lodz lublin copenhagen aarhus stockholm gothenburg malmo oslo
  bergen stavanger trondheim helsinki espoo tampere turku reykjavik dublin cork galway limerick belfast derry edinburgh
  glasgow aberdeen dundee cardiff swansea london manchester birmingham liverpool leeds bristol sheffield newcastle oxford
  cambridge knightsbridge mayfair belgravia kensington salisbury surrey  essex sussex westminster guernsey jersey
  gibraltar isle-of-man british-virgin-islands virgin-islands cayman-islands cayman bermuda bahamas belize seychelles
  mauritius liechtenstein monaco andorra san-marino delaware wyoming nevada south-dakota manhattan brooklyn  bronx
  harlem long-island new-jersey florida miami palm-beach mar-a-lago  georgia virginia west-virginia north-carolina south-carolina atlanta boston chicago houston dallas texas
  aspen  tuscany riviera french-riviera dnieper  ankara istanbul izmir antalya batumi
  transnistria abkhazia south-ossetia nagorno-karabakh kurdistan rakhine kashmir northern-ireland latvia catalonia
  trinidad tobago caribbean caribbean-sea persian-gulf red-sea arctic antarctica baltics ontario quebec toronto montreal
  vancouver ottawa calgary
`);

/** Demonyms that the lexicon lacks or takes for something else. */
export const DEMONYMS = words(`
  turkish spanish polish danish swedish finnish irish flemish dutch french western eastern european europeans african
  africans asian asians arab arabs soviet kurdish kurd kurds catalan scottish welsh english british uk u.s us american-led
  chechen tatar ossetian abkhaz transnistrian palestinian cypriot maltese kosovar brazilian israeli western-style latin
  siberian crimean caribbean balkan baltic nordic hispanic latino african-american north-korean south-korean hong-konger
  emirati qatari saudi kuwaiti bahraini omani yemeni iraqi iranian persian afghan pakistani bangladeshi indian nepali
  argentinian slovenian slovene moldovan azerbaijani azeri uzbek kyrgyz tajik tanzanian malian mozambican botswanan
  uruguayan costa-rican salvadoran bahamian luxembourgish monegasque andorran eritrean somali sierra-leonean beninese
  togolese burkinabe gabonese mauritian mauritanian seychellois maldivian bhutanese sri-lankan timorese fijian papuan
  burmese thai lao filipino malay malaysian indonesian singaporean chinese taiwanese uighur uyghur tibetan mongolian
`);
