// Saves what is typed a second after it stops, and says so once the server has it on disk; leaves the page only for one
// that the server has given. Without this script each page is saved as it is sent.
const form = document.getElementById('answers')
const status = document.getElementById('saving')
const pause = 1000
const rest = 5000
/** Bytes: a browser takes no more for a page that is being left, and refuses the whole. */
const mostOnLeaving = 60_000
/** Milliseconds to wait for an answer, and until it is told that a page is waited for. */
const patience = 20_000
const unnoticed = 700
/** Questions changed since they were last saved. */
const changed = new Set()
/** What has been told of answers in other windows: it stays in sight. */
const tellings = new Set()
let timer
let isSending = false
let isLeaving = false
/** The browser is to send the form by itself. */
let isAlone = false

const say = (state) => {
  status.textContent = [form.dataset[state], ...tellings].join(tellings.size > 0 ? '. ' : '')
  status.dataset.state = state
  makeWay()
}

/** What has the focus is never under the message: then it stands at the top of the window. */
function makeWay() {
  const focused = document.activeElement
  const { bottom, right } = (focused.closest('.option') ?? focused).getBoundingClientRect()
  const { height, left } = status.getBoundingClientRect()
  const isBeneath = focused !== document.body && bottom > innerHeight - height - 24 && right > left
  status.toggleAttribute('data-up', isBeneath)
}

const saveAfter = (milliseconds) => {
  clearTimeout(timer)
  timer = setTimeout(save, milliseconds)
}

/** A connection that takes everything and answers nothing is none. */
function send(body, headers = {}) {
  const keepalive = `${body}`.length < mostOnLeaving
  const signal = AbortSignal.timeout?.(patience)
  return fetch(form.getAttribute('action'), { method: 'POST', body, headers, keepalive, signal })
}

/** Each sending has a number: what is held up on its way takes the place of nothing that was sent after it. */
const count = () => {
  form.elements._turn.value = Number(form.elements._turn.value) + 1
}

/** The fields of the questions, and those that tell which page and which opening of it this is. */
function fieldsOf(questions) {
  const names = new Set(questions.flatMap((one) => [...one.querySelectorAll('[name]')].map(({ name }) => name)))
  const fields = [...new FormData(form)].filter(([name]) => names.has(name) || name.startsWith('_'))
  return new URLSearchParams([...fields, ['_go', 'keep']])
}

/** @param isHurried the page may be gone before what is under way has arrived */
async function save(isHurried = false) {
  if ((isSending && !isHurried) || changed.size === 0) return
  const questions = [...changed]
  changed.clear()
  isSending = true
  count()
  let wait = pause
  try {
    const answer = await send(fieldsOf(questions))
    // A form beyond all measure is not even read.
    const { state, told = [] } = answer.status === 413 ? { state: 'unsaved' } : await answer.json()
    for (const telling of told) tellings.add(telling)
    if (answer.status === 503) throw state
    if (changed.size === 0) say(state)
  } catch (reason) {
    for (const question of questions) changed.add(question)
    say(reason === 'unsaved' ? reason : 'offline')
    wait = rest
  } finally {
    isSending = false
  }
  if (changed.size > 0) saveAfter(wait)
}

/** A page sent without a connection would be lost with all that is on it: so the form goes first, and then the reader. */
async function leave(button) {
  isLeaving = true
  clearTimeout(timer)
  const notice = setTimeout(say, unnoticed, 'sending')
  count()
  const body = new URLSearchParams([...new FormData(form), [button.name, button.value]])
  changed.clear()
  try {
    const answer = await send(body, { accept: 'application/json' })
    const { next, state } = answer.status === 413 ? {} : await answer.json()
    if (answer.status === 503) throw state
    if (next) {
      // Typed while the form was on its way.
      void save(true)
      location.assign(next)
    } else {
      // What cannot be taken is shown on a page of its own, with all that was typed.
      isAlone = true
      button.click()
      isAlone = false
    }
  } catch (reason) {
    for (const question of form.querySelectorAll('.question')) changed.add(question)
    say(reason === 'unsaved' ? reason : 'offline')
    saveAfter(rest)
  } finally {
    isLeaving = false
    clearTimeout(notice)
  }
}

form.addEventListener('input', ({ target }) => {
  const question = target.closest('.question')
  if (!question) return
  changed.add(question)
  if (status.dataset.state === 'saved') status.textContent = ''
  saveAfter(pause)
})
// The server would take it back as well, and show the page anew.
form.addEventListener('click', (event) => {
  const { name, value } = event.target
  if (name !== '_clear') return
  event.preventDefault()
  const question = event.target.closest('.question')
  for (const one of question.querySelectorAll(':checked')) one.checked = false
  // A form does not hold what is not ticked: an empty field says that it was emptied.
  question.insertAdjacentHTML('beforeend', `<input type="hidden" name="${value}" value="">`)
  question.querySelector('input').focus()
  question.dispatchEvent(new Event('input', { bubbles: true }))
})
form.addEventListener('submit', (event) => {
  const button = event.submitter
  // Browsers that do not say which button it was send the form by themselves.
  if (isAlone || (!button && navigator.onLine)) return
  event.preventDefault()
  if (isLeaving) return
  if (navigator.onLine) void leave(button)
  else say('offline')
})
// What was told once is not told again when the page is loaded anew.
const address = new URL(location)
for (const told of ['replaced', 'aside']) address.searchParams.delete(told)
if (address.href !== location.href) history.replaceState(null, '', address)
addEventListener('online', () => save())
for (const event of ['focusin', 'scroll', 'resize']) addEventListener(event, makeWay, { passive: true })
document.addEventListener('visibilitychange', () => document.hidden && save(true))
// Typed before the script was there, or put back by the browser.
for (const field of form.querySelectorAll('.question :is(input, textarea)'))
  if (field.value !== field.defaultValue || field.checked !== field.defaultChecked)
    changed.add(field.closest('.question'))
if (changed.size > 0) saveAfter(pause)
