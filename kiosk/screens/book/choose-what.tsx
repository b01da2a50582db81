import type { Reason } from '@jiaohao/core/queue/refused.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { No } from './no.tsx'
import type { Offer } from './step.ts'

interface Props {
  offer: Offer
  refused: Reason | null
  onService(serviceId: string): void
  onMine(): void
}

/** What for? And the way to a booking already made. */
export function ChooseWhat({ offer, refused, onService, onMine }: Props) {
  const { t, nameOf } = useTexts()
  const { services, hall } = offer
  return (
    <>
      <h2>{t('book.what')}</h2>
      {refused && <No reason={refused} />}
      {services.length === 0 ? (
        <p className="book-none">{t('book.none')}</p>
      ) : (
        <ul className="book-list">
          {services.map(({ id, name, nameEn, department }) => (
            <li key={id}>
              <button type="button" onClick={() => onService(id)}>
                <strong>{nameOf({ name, nameEn })}</strong>
                {department !== '' && <span>{department}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="book-second" onClick={onMine}>
        {t('book.mine')}
      </button>
      <p className="book-note">{t('book.noName')}</p>
      {hall.notice !== '' && <p className="book-notice">{hall.notice}</p>}
    </>
  )
}
