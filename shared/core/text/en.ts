import { citizen } from './en/citizen.ts'
import type { LanguageFile } from './language-file.ts'

/** English, for visitors from anywhere. */
export const en = {
  id: 'en',
  name: 'English',
  hallNames: 'nameEn',
  citizen,
  staff: async () => (await import('./en/staff.ts')).staff,
  paper: {
    slip: {
      reprint: '[REPRINT]',
      ahead: 'Ahead of you',
      offline: 'Your number is valid: listen for its letters',
      people: (count) => `${count}`,
      wait: 'Expected wait',
      minutes: (low, high) =>
        low < 1
          ? `under ${Math.max(high, 1)} min`
          : low === high
            ? `about ${low} min`
            : `${low} to ${high} min`,
      where: 'Please wait at',
      issued: 'Taken at',
      moment: ({ year, month, day, hour, minute }) =>
        `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${hour}:${minute}`,
      bring: 'Please have ready:',
      moreToBring: (count) => `${count} in all: see the checklist`,
      scan: 'Scan to follow the queue',
      listen: 'Watch the screens and listen for your number',
      appointment: (from, to) => `Appointment ${from}–${to}`,
      late: 'After the slot: you queue from check-in',
      someService: 'A service',
    },
    items: {
      form: { original: 'original', copy: 'copy', both: 'original and copy' },
      copies: (form, count) => `${form} × ${count}`,
      optional: 'optional',
      within: (inner) => ` (${inner.join(', ')})`,
      atOnce: 'on the spot',
      workingDays: (days) => `${days} working ${days === 1 ? 'day' : 'days'}`,
      calendarDays: (days) => `${days} ${days === 1 ? 'day' : 'days'}`,
    },
    checklist: {
      title: 'What to bring',
      nothing: 'Nothing to bring',
      promised: 'Done within',
      fee: 'Fee',
      printed: 'Printed at',
      ready: 'Please have everything ready before you take a number',
    },
  },
  speech: {
    written: {
      call: 'Ticket {number}, please go to counter {counter}',
      withService: 'Ticket {number}, please go to counter {counter} for {service}',
    },
    read: {
      call: 'Ticket {number}, please go to counter {counter}',
      withService: 'Ticket {number}, please go to counter {counter}, for {service}',
    },
    digits: () => digits,
    cardinal: (value) => {
      if (value < 20) return [belowTwenty[value] ?? '']
      const ten = tens[Math.floor(value / 10)] ?? ''
      return value % 10 > 0 ? [ten, belowTwenty[value % 10] ?? ''] : [ten]
    },
    said: /[0-9]|[A-Za-z]+/g,
    spells: /^[A-Z]{1,4}$/,
    comma: ', ',
    digitsJoin: false,
    espeak: 'en-us',
    // Alone it is read as the article.
    letterNames: { A: 'eigh' },
  },
} as const satisfies LanguageFile

const digits = 'zero one two three four five six seven eight nine'.split(' ')
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const belowTwenty = [...digits, ...teens.split(' ')]
const tens = ['', '', ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')]
