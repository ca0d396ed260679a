package large

// templates are the flows that take turns: together they have every kind of step. Each has twenty steps.
func templates() []string { return []string{advice, purchase, visit, survey, errand} }

const advice = `flow: ID
title: «title|Find my coffee, way @»
kind: interactive_advice
start: {command: subject@, words: [subject @], link: "way@_*"}
goal: known(chosen)
fields:
  budget: {type: money, label: «budget|Up to», min: 5, max: 200}
  organic: {type: yes_no, label: «organic|Organic»}
  kinds: {type: many_of, label: «kinds|Roasts», options: {light: «kinds.light|Light», medium: «kinds.medium|Medium», dark: «kinds.dark|Dark»}}
defaults: {buttons: [back, menu]}
steps:
  - say:
      - when: visits > 1@
        text: «say|Welcome back to way @, {{ contact.first_name ?? 'friend' }}!»
      - else: «say|Way @: a few questions, then I know what to take from the shelf.»
  - ask: brew
    text: «brew|How do you brew at home, for way @?»
    if_known: confirm
    why: «brew|Roast and grind depend on it, in way @ too.»
  - ask: budget
    text: «budget|Up to how much per bag on way @?»
    check: [{when: budget < 6, text: «budget|Our coffees begin at {{ money(5.90) }} on way @.»}]
    skip: «budget|Any price»
  - ask: organic
    text: «organic|Should it be organic, on way @?»
  - ask: kinds
    text: «kinds|Which roasts do you like on way @?»
    skip: «kinds|All of them»
  - branch:
      - when: organic and brew == 'espresso'
        do:
          - say: «about|Organic espresso, number @: a rare bird.»
            id: about
      - when: organic
        do:
          - say: «about_filter|Organic filter coffee, number @.»
            id: about_filter
      - else:
          - say: «about_any|Then the shelf of way @ is wide.»
            id: about_any
  - recommend: chosen
    from: catalog.goods
    where: brew in item.brew and item.price <= (budget ?? 200) and item.stock > 0
    rank:
      - {score: 3, when: item.organic == organic, because: «chosen|it is what you asked for on way @»}
      - {score: 2, when: "item.roast in (kinds ?? ['light'])", because: «chosen|you like the {{ item.roast }} roast, way @»}
    limit: 3
    text: «chosen|**{{ item.name }}**, {{ item.price }}{{ known(reasons) ? ': ' : '' }}{{ reasons }} (way @)»
    skip: «chosen|None of these»
    none: nothing
  - branch:
      - when: not known(chosen)
        do:
          - say: «not_today|As you like. Way @ stays open.»
            id: not_today
          - end
  - goal: advised
  - say: «taken|A good choice on way @: {{ chosen.name }}.»
    id: taken
  - set: {favourite: chosen}
  - cart: {add: chosen}
  - go: bye
    when: cart.count > 3
  - flow: NEXT
    when: count(orders) == 0
  - end
  - menu: «nothing|Nothing fits on way @. What may I turn?»
    id: nothing
    options:
      price: {label: «nothing.price|The price», go: budget}
      nothing: «nothing.nothing|Nothing»
  - say: «bye|Until soon on way @.»
    id: bye
`

const purchase = `flow: ID
title: «title|Shelf @»
kind: purchase
start: {command: subject@, words: [subject @]}
goal: ordered
fields:
  amount: {type: integer, label: «amount|How many», min: 1, max: 9}
defaults: {buttons: [back, menu]}
steps:
  - say: «say|This is shelf @ at {{ phrases.address }}.»
  - show: seen
    from: catalog.goods
    where: item.stock > 0 and item.price < @ + 10
    sort: [price]
    text: «seen|**{{ item.name }}**, {{ item.price }}. {{ item.text }} (shelf @)»
    choose: «seen|This one, from shelf @»
    skip: «seen|Just looking»
    none: nothing
  - branch:
      - when: not known(seen)
        do:
          - say: «looking|Look around on shelf @ as long as you like.»
            id: looking
          - end
  - ask: amount
    text: «amount|How many of {{ seen.name }} shall it be, from shelf @?»
    check: [{when: "amount > 5 and seen.price > 30", text: «amount|Of the dear ones there are five for each, on shelf @.»}]
  - cart: {add: seen, quantity: amount}
    text: «cart|{{ amount }} {{ plural(amount, 'bag', 'bags') }} from shelf @ in your cart.»
    id: cart
  - say: «dear|That is a feast, shelf @.»
    id: dear
    when: seen.price > 40
  - tag: [shelf]
  - say: «shown|Shelf @ has more of that.»
    id: shown
  - cart: review
    id: review
    empty: nothing
    hold: 15m
  - pay: bought
    by: [card]
    failed: review
    abandoned: {after: 4h, remind: [«bought|Your {{ join(cart.items, 'name') }} from shelf @ is still here.»], then: end}
  - goal: ordered
    value: bought.total
  - say: «thanks|Order {{ bought.number }} is {{ bought.state }} (shelf @).»
    id: thanks
  - rate: shelf
    text: «rated|How was shelf @?»
    id: rated
    skip: «rated|No comment»
  - share: «friend|Tell a friend of shelf @»
    text: «friend|Who comes by your link to shelf @ gets a sample.»
    id: friend
  - untag: [shelf]
  - wait: 3d
    hours: shop
  - say: «after|How was the coffee from shelf @?»
    id: after
  - end
  - say: «nothing|There is nothing on shelf @.»
    id: nothing
`

const visit = `flow: ID
title: «title|A lesson, number @»
kind: service
start: {command: subject@, words: [subject @]}
goal: known(lesson)
fields:
  guest: {type: text, label: «guest|Name», min: 2, max: 40}
  party: {type: integer, label: «party|Guests», min: 1, max: 4}
  guests: {type: list, of: {name: text, age: integer}}
  day: {type: date, label: «day|Day», min: today}
defaults: {buttons: [back, menu]}
steps:
  - say: «say|Lesson @ is with Lea.»
  - ask: guest
    text: «guest|What shall Lea call you in lesson @?»
  - ask: party
    text: «party|How many are you in lesson @, {{ guest }}?»
  - repeat: guests
    times: party
    do:
      - {ask: name, text: «name|Name of guest {{ round }} of lesson @?»}
      - {ask: age, text: «age|And the age of {{ name }}, for lesson @?»}
  - ask: day
    text: «day|Around which day, for lesson @?»
  - review: «review|Is all of this right for lesson @?»
    id: review
    fields: [guest, party, day]
  - say: «children|With children lesson @ takes longer.»
    id: children
    when: min(guests, 'age') < 12
  - book: lesson
    from: catalog.baristas
    text: «lesson|When would you like to come to lesson @?»
    remind: [{before: 24h, text: «lesson|Until tomorrow, {{ time(lesson.start) }}, lesson @.»}]
    none: nothing
  - menu: «fits|{{ date(lesson.start) }} for lesson @. Does that suit you?»
    id: fits
    options:
      good: «fits.good|It does»
      other: {label: «fits.other|Another day», go: other_day}
      never: {label: «fits.never|Not at all», go: not_at_all}
  - tag: [pupil]
  - goal: came
    value: party
  - say: «noted|Noted for lesson @: {{ guest }} with {{ join(guests, 'name') }}, near {{ date(day) }}.»
    id: noted
  - end
  - id: other_day
    book: {change: lesson}
  - end
  - id: not_at_all
    book: {cancel: lesson}
  - say: «gone|Lesson @ is cancelled.»
    id: gone
  - end
  - say: «nothing|Every hour of lesson @ is taken.»
    id: nothing
`

const survey = `flow: ID
title: «title|Your opinion, part @»
kind: service
start: {command: subject@, words: [subject @]}
goal: heard
fields:
  cups: {type: number, label: «cups|Cups», min: 0, max: 30}
  when_drunk: {type: one_of, label: «when_drunk|When», options: {morning: «when_drunk.morning|In the morning», noon: «when_drunk.noon|At noon», evening: «when_drunk.evening|In the evening»}}
  likes: {type: yes_no, label: «likes|You like it»}
  sum: number
defaults: {buttons: [back, menu]}
steps:
  - say: {vary: [«say|Part @: four short questions.», «say|Four short questions of part @.»]}
  - ask: cups
    text: «cups|How many cups a day, part @?»
  - ask: when_drunk
    text: «when_drunk|When do you drink them, part @?»
  - ask: likes
    text: «likes|And do you like them, part @?»
  - set: {sum: cups * 7}
  - say:
      - when: sum > 50 and when_drunk == 'evening'
        text: «about|{{ sum }} cups a week, and in the evening! (part @)»
      - when: likes
        text: «about|{{ sum }} cups a week, all liked. (part @)»
      - else: «about|{{ sum }} cups a week, and none of them liked? (part @)»
    id: about
  - branch:
      - when: when_drunk == 'morning'
        do: [{say: «morning|An early bird, part @.», id: morning}]
      - when: when_drunk == 'noon'
        do: [{say: «noon|After lunch, part @.», id: noon}]
      - when: when_drunk == 'evening'
        do: [{say: «evening|A night owl, part @.», id: evening}]
  - rate: advice
    text: «rated|And my questions of part @?»
    id: rated
    scale: points
    skip: «rated|No idea»
  - ask: news
    text: «news|Shall I tell you of new coffees, part @?»
    if_known: skip
  - say: «yes_news|You hear of it first, part @.»
    id: yes_news
    when: news
  - goal: heard
  - tag: [heard]
  - split: thanks@
    arms:
      short: {weight: 50, do: [{say: «short|Thank you for part @!», id: short}]}
      long: {weight: 50, do: [{say: «long|Thank you, that helps us a lot in part @.», id: long}]}
  - jump: welcome
`

const errand = `flow: ID
title: «title|Where is my parcel, counter @»
kind: service
start: {command: subject@, words: [subject @]}
goal: found
fields:
  parcel_number: {type: text, label: «parcel_number|Number», min: 3, max: 20}
  arrives_on: {type: date, label: «arrives_on|Arrival»}
  patient: {type: yes_no, label: «patient|Patience»}
defaults: {buttons: [back, menu]}
steps:
  - say:
      - when: is_open('shop')
        text: «say|Counter @ is open.»
      - else: «say|Counter @ opens again on {{ date(next_open('shop') ?? now) }}.»
  - {ask: parcel_number, text: «parcel_number|Which number, at counter @?»}
  - call: parcel
    text: «parcel|One moment at counter @.»
    with: {number: parcel_number}
    take: {arrives_on: arrives}
    error: desk
  - branch:
      - when: arrives_on <= today
        do:
          - say: «today|It comes today, says counter @.»
            id: today
      - when: arrives_on < today + 3d
        do:
          - say: «soon|It comes on {{ date(arrives_on) }}, says counter @.»
            id: soon
      - else:
          - ask: patient
            text: «patient|It comes on {{ date(arrives_on) }} only. Can you wait, counter @?»
          - go: desk
            when: not patient
  - goal: found
  - wait: {event: order_delivered, at_most: 7d}
    cancelled: desk
  - say: «came|Counter @ hears that it came.»
    id: came
  - tag: [served]
  - untag: [waiting]
  - say: «list|What else is at counter @:»
    id: list
    from: catalog.baristas
    line: «list|{{ item.name }} (@)»
  - end
  - menu: «desk|I cannot look it up at counter @. What now?»
    id: desk
    options:
      again: {label: «desk.again|Another number», go: parcel_number}
      known: {label: «desk.known|A question», faq: entry0}
      enough: «desk.enough|Enough»
  - say: «bye|Until soon at counter @.»
    id: bye
    buttons: [menu, {label: «bye|Our counter @», url: "https://example.com?from={{ source ?? 'bot' }}"}]
  - end
`
