import { appointmentRoutes as routes } from '@jiaohao/core/contract/appointment-routes.ts'
import type { Service } from '@jiaohao/core/queue/hall.ts'
import { QrCode } from '@jiaohao/screen/qr-code.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Drawer, Form, Select } from 'antd'
import { useState } from 'react'
import { useAsked } from '../asked.ts'
import { useHall, useHallClock } from '../hall-names.tsx'
import { Told } from '../told.tsx'
import { useCommand } from './use-command.ts'

interface Made {
  code: string
  secret: string
}

/** Booking for somebody at the desk or on the telephone: service, slot, and a code to read out. */
export function BookDrawer({ services, close }: { services: readonly Service[]; close: () => void }) {
  const { t } = useTexts()
  const [made, setMade] = useState<Made | null>(null)
  return (
    <Drawer title={t('appointments.book.open')} open size={460} onClose={close}>
      {made ? (
        <ReadOut made={made} close={close} another={() => setMade(null)} />
      ) : (
        <Choose services={services} onMade={setMade} />
      )}
    </Drawer>
  )
}

function Choose({ services, onMade }: { services: readonly Service[]; onMade: (made: Made) => void }) {
  const { t, language } = useTexts()
  const clock = useHallClock()
  const [serviceId, setServiceId] = useState(services[0]?.id ?? '')
  const [fromMs, setFromMs] = useState<number | null>(null)
  const { asked, again } = useAsked(routes.slots, { query: { serviceId } })
  const { busy, ask } = useCommand()
  const book = async () => {
    if (fromMs === null) return
    const done = await ask({ command: 'bookAppointment', serviceId, fromMs, language })
    if (done?.appointment) return onMade(done.appointment)
    setFromMs(null)
    again()
  }
  return (
    <Form layout="vertical" onFinish={() => void book()}>
      <Form.Item label={t('appointments.book.service')}>
        <Select
          value={serviceId}
          onChange={(id) => {
            setServiceId(id)
            setFromMs(null)
          }}
          options={services.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item label={t('appointments.book.slot')}>
        <Told asked={asked} again={again}>
          {({ days }) => (
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              value={fromMs}
              onChange={setFromMs}
              notFoundContent={t('appointments.book.none')}
              options={days
                .flatMap(({ slots }) => slots)
                .filter(({ left }) => left > 0)
                .map((slot) => ({
                  value: slot.fromMs,
                  label: `${clock.dayAndMinute(slot.fromMs)}–${clock.minute(slot.toMs)} · ${t('appointments.book.left', { n: slot.left })}`,
                }))}
            />
          )}
        </Told>
      </Form.Item>
      <Button type="primary" htmlType="submit" disabled={fromMs === null} loading={busy}>
        {t('appointments.book.confirm')}
      </Button>
    </Form>
  )
}

function ReadOut({
  made: { code, secret },
  close,
  another,
}: {
  made: Made
  close: () => void
  another: () => void
}) {
  const { t } = useTexts()
  const { hall } = useHall()
  const address = hall.phoneUrl === '' ? location.origin : hall.phoneUrl
  return (
    <div className="appointments-made" role="status">
      <p>{t('appointments.book.done')}</p>
      <p className="appointments-code">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
      <QrCode data={`${address}/book#${code}.${secret}`} label={t('appointments.book.scan')} />
      <p className="quiet">{t('appointments.book.scan')}</p>
      <Button onClick={another}>{t('appointments.book.another')}</Button>{' '}
      <Button type="primary" onClick={close}>
        {t('appointments.book.close')}
      </Button>
    </div>
  )
}
