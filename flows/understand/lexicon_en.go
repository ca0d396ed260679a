package understand

// english is what is known of English before any phrase is read. Its tables are
// ours and general: the talk of customers with shops, banks, practices, offices.
var english = table{
	short: `whats:what_is wheres:where_is whos:who_is hows:how_is whens:when_is thats:that_is theres:there_is heres:here_is lets:let_us im:i_am ive:i_have ill:i_will
youre:you_are youve:you_have theyre:they_are weve:we_have dont:do_not doesnt:does_not didnt:did_not isnt:is_not arent:are_not wasnt:was_not werent:were_not
havent:have_not hasnt:has_not hadnt:had_not wont:will_not wouldnt:would_not cant:can_not cannot:can_not couldnt:could_not shouldnt:should_not mustnt:must_not
gonna:going_to wanna:want_to gotta:got_to u:you ur:your pls:please plz:please thx:thanks asap:as_soon_as_possible`,
	stop: `called a an the this that these those i me my mine myself we us our ours you your yours he him his she her it its they them their
theirs im ive id ill youre youve weve were theyre its thats theres heres whats wheres hows am is are was be been being do does did done doing
has have had having will would shall should may might must could can cant cannot to of in on at by for from with into onto off up down out as
about over under again then than there here so such too very just also only even still and or but if because while both each any some all
please thanks thank kindly hi hello hey dear good morning evening afternoon sir madam there tell know let lets give say ask like want wanna would
need wish try trying tried get getting got gets go going gonna make see look looking wonder wondering help question hope maybe perhaps really
actually currently now today well ok okay yes oh um hmm one ones thing things something anything way lot bit able possible sure
sorry excuse possibly quickly quick want wants wanted id`,
	question: `what when where why who whom whose which how not no dont doesnt didnt isnt wasnt wont wouldnt cant cannot couldnt never none nothing havent hasnt arent
unable without many much long often far soon`,
	common: `able above across after afternoon against age ago air almost alone along already although always among amount animal answer apple area arm army
around art aunt away baby back bad bag ball bank bar base bath bathroom beach bear beat beautiful became become bed bedroom before began begin behind believe
best better between big bike bill bird birthday bit black blood blue board boat body book bored born boss bottle bottom bought box boy brain bread break breakfast
bridge bright bring brother brought brown build building burn bus business busy buy cake call came camera car card care carry case cash cat catch cause center
chair chance change chat cheap check cheese child children choose christmas church city class clean clear client clock close clothes cloud club coat coffee cold
color colour come company complete computer control cook cool corner correct cost count country couple course cover crazy cream cross cry cup cut dad dance danger
dark date daughter day dead deal death decide deep delivery design desk die difference different difficult dinner dirty doctor dog door double doubt draw dream
dress drink drive driver drop dry during ear early earth east easy eat egg eight either else empty end engine enjoy enough enter evening ever every everybody
everyone everything exact example expect expensive explain eye face fact fall false family famous fan fast father favor favorite feel feeling feet fell felt few
field fight file fill film final find fine finger finish fire first fish five fix floor flower fly follow food foot football force foreign forest forget forgot
form forward found four free fresh friday friend front fruit full fun funny future game garden gas gave general girl glad glass gold gone grandma great green
ground group grow guess gun guy hair half hall hand happen happy hard hat hate head health hear heard heart heat heavy held high hill history hit hold hole holiday
home honest horse hospital hot hotel hour house huge human hundred hungry hurry hurt husband ice idea important inside instead interest island issue job join joke
juice jump keep kept key kid kill kind king kiss kitchen knew lady land language large last late later laugh law lay lead learn least leave left leg less lesson
letter level lie life light line list listen little live local long lose loss lost loud love low luck lunch machine mad mail main man map mark market marry match
matter meal mean meat meet meeting member men message met middle mile milk million mind minute miss mistake mom moment monday money month moon more most mother
mountain mouth move movie mum music name near nearly neck neighbor nephew new news next nice night nine noise normal north nose note notice number nurse ocean
offer office often oil old once open order other outside own page pain paint pair paper parent park part party pass past pay peace people perfect person phone photo
picture piece place plan plane plant plate play player please pocket point police poor pop position post power present president pretty price private problem
program promise public pull purple push put quarter queen quick quiet quite race radio rain ran raw reach read ready real reason receive red remember rent repeat
reply report rest restaurant rice rich ride right ring rise river road rock roll roof room round rule run sad safe said sail salt same sand sat saturday save saw
school science score sea search season seat second secret sell send sense sent service set seven several sex shape share sharp shine ship shirt shoe shop short
shot show shower shut sick side sign silly simple since sing single sister sit six size skin sky sleep slow small smell smile smoke snow soap social soft sold
someone son song soon sort sound soup south space speak special speed spend spoon sport spot spring square staff stage stair stand star start state station stay
step stick stone stop store storm story straight strange street strong student study stuff stupid style sugar summer sun sunday supper support surprise sweet swim
system table take talk tall taste tax tea teach teacher team teeth telephone television ten terrible test text than theater thick thin think third thirsty thought
thousand three throw thursday ticket tie time tiny tired together told tomorrow tonight took tooth top total touch tough toward town toy train travel tree trip
trouble truck true trust truth tuesday turn twelve twenty twice two type ugly umbrella uncle understand university until upset use usual vacation view village visit voice wait
wake walk wall war warm wash watch water wave weather website wedding wednesday week weekend weight west wet wheel white whole wide wife wild win wind window wine
winter within woman women wonderful wood word work worker world worry worse worst worth write wrong year yellow yesterday young zero`,
	synonyms: `
negation: not no dont doesnt didnt isnt wasnt wont wouldnt cant cannot couldnt never none nothing havent hasnt arent unable without nobody neither hadnt no_longer
still: still yet waiting wait ages forever weeks_ago days_ago yesterday
past: was were did had have_been has_been made got took yesterday ago already
future: will going_to would want planning if before tomorrow next
what: what_is whats what_are meaning mean means define explain
whichone: which what_kind what_type types kinds list sort sorts
person: i_am who somebody someone anybody nobody stranger people person
inside: in_the_app app application screen menu online website
cost: for_nothing pay_something cost_me additional_cost cost costs price prices pricing fee fees charge charges charged how_much expense expensive tariff surcharge commission bill billed pay_for
free: free gratis complimentary free_of_charge at_no_cost without_charge
extra: extra additional more another added further
cheap: cheap cheaper inexpensive affordable budget low_cost
discount: discount discounts rebate voucher coupon promo promotion promo_code code special_offer deal reduction sale
duration: how_long long duration how_many_days how_soon how_fast how_quickly time takes take wait waiting when how_many_weeks how_many_hours
speed: fast quick quickly soon rapid express speed speedy instant instantly immediately urgent urgently asap expedite expedited right_away hurry straight_away
slow: slow late delay delayed delays overdue too_long ages
when: when what_time at_what_time hours time
howmany: how_many number maximum max limit limits limited restriction restrictions restricted restrict cap most highest largest at_most minimum
where: where location locations located place places address find directions which_places
why: why reason reasons how_come what_for for_what cause explain explanation what_causes
how: how how_do_i how_to how_can steps instructions process procedure guide walk_me_through show_me way explain tutorial
open: open opening hours opened opens closed close closing business_hours opening_times opening_hours
shipping: shipping ship ships shipped delivery deliver delivers delivered delivering deliveries dispatch dispatched postage post posted mail mailed send sent parcel package courier shipment
arrive: arrive arrives arrived arriving arrival come came here reach reached received receive turn_up show_up get_here got_here show showing appear appeared
track: track tracking trace follow status where_is_my where_are_my where_is_it find_out
order: order orders ordered ordering purchase purchased request requested buy
buy: buy buying bought purchase purchases purchased purchasing shop shopping shopped pay item goods store acquire
sell: sell sells selling sold stock in_stock available have
return: return returns returned returning send_back bring_back give_back take_back
refund: refund refunds refunded money_back reimburse reimbursed reimbursement get_my_money_back money_returned get_back cashback
reverse: revert reverted reverse reversed undo undone returned cancelled canceled came_back went_back sent_back bounced bounced_back disappeared vanished taken_back
exchange: exchange exchanged exchanging swap swapped convert converted converting conversion trade change switch
complain: complain complaint complaints unhappy disappointed dissatisfied bad terrible awful angry upset unsatisfied
broken: broken broke damaged defective faulty cracked not_working does_not_work doesnt_work wont_work stopped_working isnt_working not_function malfunction fails failed error problem wrong issue
fail: fail fails failed failing failure unsuccessful unsuccessfully error did_not_go_through didnt_go_through not_go_through wont_go_through doesnt_go_through didnt_work did_not_work doesnt_work does_not_work isnt_working not_working wont_work couldnt_complete not_completed not_succeed trouble problem
decline: decline declined declining refuse refused refuses refusing reject rejected rejects rejecting deny denied turn_down turned_down not_accepted not_accept wont_accept not_allowed wont_take turned_away says_no
allow: allow allowed allows permit permitted permission let able can
cannot: cant cannot can_not could_not couldnt unable not_able impossible wont_let not_possible wont
cancel: cancel cancelled canceled cancellation canceling call_off revoke abort stop annul undo withdraw take_back
pay: pay pays paid paying payment payments checkout settle
paymethod: amex american_express credit_card debit_card paypal cash card invoice visa mastercard payment_methods apple_pay google_pay bank_transfer klarna
card: card cards plastic
cash: cash money notes banknotes bills coins
money: money funds fund cash amount sum savings
withdraw: withdraw withdrew withdrawal withdrawals withdrawing withdrawn take_out took_out taking_out taken_out get_cash got_cash take_money_out cash_out taking_cash getting_cash get_money cash_taken
atm: atm atms cash_machine cash_machines cash_point cashpoint machine machines cash_dispenser bancomat
deposit: put_money_in put_cash bring_money deposit deposits deposited depositing pay_in paid_in paying_in put_in put_into put_on
cheque: cheque cheques check checks
topup: top_up topup top_ups topping_up topped_up top-up add_money adding_money add_funds adding_funds load loading reload refill fund put_money load_money
transfer: transfer transfers transferred transferring wire wired send_money sent_money sending_money move_money moved_money bank_transfer send_funds sending_funds transaction sepa swift
transaction: transaction transactions payment payments purchase charge debit debited
recipient: recipient beneficiary payee receiver other_person friend somebody_else landlord
receive: receive received receiving get got obtain
salary: salary wage wages paycheck paid income earnings
balance: balance balances account_total total
account: account accounts profile
statement: statement statements history overview list
pending: pending processing in_progress not_completed not_complete waiting still_waiting stuck hanging not_cleared hasnt_cleared on_hold unfinished
missing: missing not_arrived not_received hasnt_arrived not_here not_come not_there never_came never_arrived not_showing doesnt_show not_see cant_see where_is not_appear still_waiting hasnt_come havent_received not_gotten nothing_arrived not_updated not_reflected not_changed
unknown: never_authorised never_approved never_did not_buy didnt_buy not_approve not_agree cant_remember without_my_knowing without_me unknown not_recognise dont_recognise dont_recognize not_mine didnt_make did_not_make never_made unauthorised unauthorized not_authorised fraudulent fraud strange unfamiliar unexpected suspicious didnt_do not_mine wasnt_me never_heard mysterious
recognise: recognise recognize recognised recognized know
stolen: stolen stole steal thief robbed theft nicked taken
lost: lost lose losing misplaced cant_find cannot_find missing gone dropped left_my left_it locate
safe: safe secure trust security safety danger hacked compromised breach breached phishing scam scammer fraud cloned stolen
block: block blocked blocking lock locked freeze frozen suspend suspended
unblock: unblock unblocked unlock unlocked
wrong: wrong incorrect incorrectly mistake false inaccurate not_right isnt_right mistaken off not_correct poor bad
less: less fewer too_little not_enough only_part short short-changed not_all
twice: twice two_times double doubled duplicate duplicated duplicates repeated 2_times more_than_once
forget: forget forgot forgotten forgetting remember recall cant_remember dont_remember slipped_my_mind dont_know
password: password passcode login log_in sign_in pass_code code credentials
pin: pin pin_number pin_code
code: code codes number
change: change changed changing update updated updating edit editing modify amend correct alter replace switch another different new
new: new another fresh recent
activate: activate activated activating activation switch_on turn_on enable start_using make_active
deactivate: deactivate switch_off turn_off disable
close: close closing terminate delete deleted deleting erase shut_down end quit leave remove cancel_account deactivate
verify: verify verified verifying verification confirm confirmed confirming confirmation prove proof check authenticate validate identification
identity: identity id identification who_i_am passport driving_licence drivers_license document documents papers selfie
source: evidence where_money_from source origin come_from comes_from came_from
limit: limit limits maximum minimum cap restriction restrictions at_most
currency: currency currencies euro euros dollar dollars pound pounds yen franc francs usd eur gbp foreign_money aud
rate: rate rates exchange_rate exchange_rates conversion
abroad: abroad overseas foreign international another_country other_countries on_holiday travel travelling traveling vacation outside england ireland germany france italy spain portugal austria switzerland netherlands holland belgium luxembourg denmark sweden norway finland poland hungary greece usa canada australia europe
country: country countries region world europe uk us usa america england scotland ireland germany france italy spain portugal austria switzerland netherlands holland belgium luxembourg denmark sweden norway finland poland czechia hungary greece turkey croatia romania canada australia asia china japan india brazil mexico
support: support supported supports accept accepts accepted accepting take takes taken offer offered work_with
use: use used uses using usable usage work works working function
offer: offer offers have do_you_have available sell provide issue
possible: possible can could may able is_it_possible
get: get obtain receive have acquire order
choose: choose choosing pick select decide recommend recommendation advice advise advise_me suggestion suggest suits prefer help_me_choose which
automatic: automatic automatically auto by_itself itself recurring on_its_own schedule scheduled
virtual: virtual digital online online-only
disposable: disposable single-use single_use one_time one-time throwaway temporary used_once use_once single_payment
physical: physical real plastic
spare: spare second additional extra another backup one_more two
contactless: contactless tap tapping tap_to_pay touch tap_and_go nfc
phone: phone mobile smartphone cell_phone telephone handset iphone android cell
wallet: apple_pay google_pay wallet watch pay_with_phone mobile_payment
child: daughters sons children child children kid kids son daughter teenager teenage minor minors under_18 young baby
age: age old how_old years
partner: wife husband partner spouse family member
friend: friend friends somebody someone person people
expire: expire expires expired expiring expiry expiration run_out runs_out no_longer_valid invalid valid validity best_before shelf_life keep keeps
renew: renew renewal replace replacement renewed replaced
link: link linked linking connect connected attach add adding relink pair
see: see view look_up look check find show display visible
address: letterbox address addresses moved house move home
name: name surname last_name first_name
contact: contact call phone reach speak talk telephone number email e-mail write
human: human person somebody someone agent real_person staff employee operator representative adviser
shop: shop shops store stores retailer retailers merchant merchants seller business businesses branch supermarket restaurant place
job: job jobs career vacancy vacancies hiring apply work_for_you
appointment: appointment appointments booking book reserve reservation slot schedule visit
gift: gift gifts present presents gift_card gift_cards gift_voucher
subscription: subscription subscriptions subscribe subscribed monthly every_month regular regularly plan
invoice: invoice invoices bill receipt receipts
warranty: warranty guarantee guaranteed
ingredient: ingredient ingredients contain contains contained inside allergen allergens allergic allergy allergies
organic: organic bio ecological sustainable sustainably environment environmental eco
origin: origin come_from comes_from are_from grown farm farms country countries
fair: fair fair_trade fairtrade farmers ethical
quality: quality good best better great
size: size sizes big small large weight gram grams kilo
store_keep: store storing fridge freezer refrigerator freeze cupboard belong storage keep keeping preserve
fresh: fresh freshness freshly roast_date roasted
caffeine: caffeine decaf decaffeinated without_caffeine caffeine_free
grind: grind grinds grinding ground grinder milled mill
recycle: recycle recyclable packaging bag bags compostable plastic
wholesale: wholesale bulk resale reseller office company restaurant restaurants cafe cafes hotel hotels large_quantities b2b trade
parking: parking park car
transit: tram train bus subway underground metro station stop public_transport get_there
pet: dog dogs pet pets
wheelchair: wheelchair accessible accessibility disabled barrier
vegan: vegan vegetarian milk dairy oat soy plant
pickup: pick_up pickup collect collection click_and_collect
data: data privacy gdpr personal personal_data personal_information information details
class: class classes course courses workshop workshops lesson lessons training event events tasting tastings
member: member membership loyalty points bonus reward rewards
`,
}
