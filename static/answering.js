// Saves what is typed a second after it stops, and says so once the server has it on disk. Without this script each
// page is saved as it is sent.
const form = document.getElementById('answers')
const status = document.getElementById('saving')
const pause = 1000
const rest = 5000
/** Bytes: a browser takes no more for a page that is being left, and refuses the whole. */
const mostOnLeaving = 60_000
/** Questions changed since they were last saved. */
const changed = new Set()
let timer
let isSending = false

const say = (state) => {
  status.textContent = form.dataset[state]
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

/** The fields of the questions, and those that tell which page and which opening of it this is. */
function fieldsOf(questions) {
  const names = new Set(questions.flatMap((one) => [...one.querySelectorAll('[name]')].map(({ name }) => name)))
  const fields = [...new FormData(form)].filter(([name]) => names.has(name) || name.startsWith('_'))
  return new URLSearchParams([...fields, ['_go', 'keep']])
}

async function save() {
  if (isSending || changed.size === 0) return
  const questions = [...changed]
  changed.clear()
  isSending = true
  let wait = pause
  try {
    const body = fieldsOf(questions)
    const keepalive = `${body}`.length < mostOnLeaving
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, keepalive })
    // A form beyond all measure is not even read.
    const { state } = answer.status === 413 ? { state: 'unsaved' } : await answer.json()
    if (answer.status === 503) throw new Error(state)
    if (changed.size === 0) say(state)
  } catch (error) {
    for (const question of questions) changed.add(question)
    say(error instanceof TypeError ? 'offline' : 'unsaved')
    wait = rest
  } finally {
    isSending = false
  }
  if (changed.size > 0) saveAfter(wait)
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
// A page sent without a connection would be lost with all that is on it.
form.addEventListener('submit', (event) => {
  clearTimeout(timer)
  if (navigator.onLine) return
  event.preventDefault()
  say('offline')
})
addEventListener('online', save)
for (const event of ['focusin', 'scroll', 'resize']) addEventListener(event, makeWay, { passive: true })
document.addEventListener('visibilitychange', () => document.hidden && save())
