// How many values a property has (SHACL §4.2).
import type { Emit, FocusCheck } from '../model.ts'
import { wholeNumber } from './number.ts'
import type { Compile } from './types.ts'

export const minCount: Compile = (context, value) => {
  const limit = wholeNumber(context, 'minCount', value)
  if (!context.isProperty || !limit) return undefined
  return { on: 'focus', component: 'MinCountConstraintComponent', bind: (_, emit) => atLeast(limit, emit) }
}

export const maxCount: Compile = (context, value) => {
  const limit = wholeNumber(context, 'maxCount', value)
  if (!context.isProperty || limit === undefined) return undefined
  return { on: 'focus', component: 'MaxCountConstraintComponent', bind: (_, emit) => atMost(limit, emit) }
}

function atLeast(limit: number, emit: Emit): FocusCheck {
  return (focus, _values, begin, end) => {
    if (end - begin < limit) emit(focus, -1)
  }
}

function atMost(limit: number, emit: Emit): FocusCheck {
  return (focus, _values, begin, end, at) => {
    if (end - begin <= limit) return
    if (at) emit(focus, -1, { at: at.slice(begin, end).sort()[limit] })
    else emit(focus, -1)
  }
}
