// What is more comfortable with a script: filters apply at once, words are suggested, keys lead to the search field.
// Every page works without it.
for (const form of document.querySelectorAll('form[data-auto]')) {
  form.addEventListener('change', (event) => {
    if (event.target.matches('input[type="checkbox"], select')) form.requestSubmit()
  })
  // Empty fields make long addresses.
  form.addEventListener('submit', () => {
    for (const field of form.querySelectorAll('input[name], select[name]'))
      if (field.value === '' || (field.name === 's' && field.value === 'relevance')) field.disabled = true
  })
}
// Coming back to a page, its fields are as they were.
addEventListener('pageshow', () => {
  for (const field of document.querySelectorAll('form[data-auto] :disabled')) field.disabled = false
})

let lists = 0
for (const field of document.querySelectorAll('input[data-suggest]')) {
  const list = document.createElement('datalist')
  list.id = `suggestions-${++lists}`
  field.after(list)
  field.setAttribute('list', list.id)
  let last = ''
  let timer
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      const words = field.value.split(/\s+/)
      const word = words.pop()
      if (word.length < 2 || word === last) return
      last = word
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(word)}`).catch(() => undefined)
      if (!answer?.ok) return
      const found = await answer.json()
      list.replaceChildren(
        ...found.map((each) => {
          const option = document.createElement('option')
          option.value = [...words, each].join(' ')
          return option
        }),
      )
    }, 120)
  })
}

addEventListener('keydown', (event) => {
  const isTyping = event.target.closest('input, textarea, select')
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  const field = document.querySelector('#q, #start-q, #top-q')
  if (!field) return
  event.preventDefault()
  field.focus()
})
