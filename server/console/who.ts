import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useAsked } from './asked.ts'

/** Who acted, by name: `staff:…` where these eyes may see the accounts, a station by its name, else the record's word. */
export function useWho(): { who: (word: string) => string; clerk: (staffId: string) => string } {
  const { t } = useTexts()
  const staff = useAsked(routes.listStaff).asked
  const stations = useAsked(routes.listStations).asked
  const clerk = (id: string) =>
    (staff.is === 'here' && staff.reply.find((each) => each.id === id)?.name) || id
  const station = (id: string) =>
    (stations.is === 'here' && stations.reply.find((each) => each.id === id)?.name) || id
  return {
    clerk,
    who: (word) => {
      const [kind = '', id = ''] = word.split(':')
      if (kind === 'staff') return clerk(id)
      if (kind === 'clock' || kind === 'unknown') return t(`who.${kind}`)
      return id === '' ? word : station(id)
    },
  }
}
