import * as z from 'zod'

/** Imported before anything else on a page: compiled checks would need `eval`, which the pages' policy forbids. */
z.config({ jitless: true })
