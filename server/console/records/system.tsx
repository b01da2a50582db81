import { routes } from '@jiaohao/core/contract/routes.ts'
import { fileOf, languages } from '@jiaohao/core/text/language.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Descriptions, Segmented } from 'antd'
import { useAsked } from '../asked.ts'
import { Dot } from '../dot.tsx'
import { useHall, useHallClock } from '../hall-names.tsx'
import { Panel } from '../panel.tsx'
import { Told } from '../told.tsx'
import './records.css'

const everyMs = 5_000
/** A screen's clock this far from the hub's is worth a technician's word. */
const clockGapMs = 60_000

/** Is the hub well, can it save, which version is it, and which language does this page speak. */
export function SystemPage() {
  const { t, language, others, speak } = useTexts()
  const { version: hallVersion, hall } = useHall()
  const clock = useHallClock()
  const { asked, again } = useAsked(routes.health, {}, everyMs)
  return (
    <div className="system">
      <Panel title={t('records.system.hub')}>
        <Told asked={asked} again={again}>
          {({ ok, saving, nowMs, seq, version }) => {
            const gapMs = Math.abs(Date.now() - nowMs)
            return (
              <Descriptions
                column={1}
                size="middle"
                styles={{ label: { width: 150 } }}
                items={[
                  {
                    key: 'ok',
                    label: t('records.system.running'),
                    children: (
                      <Dot
                        is={ok ? 'good' : 'bad'}
                        text={t(ok ? 'records.system.ok' : 'records.system.notOk')}
                      />
                    ),
                  },
                  {
                    key: 'saving',
                    label: t('records.system.saving'),
                    children: (
                      <Dot
                        is={saving ? 'good' : 'bad'}
                        text={t(saving ? 'records.system.saves' : 'records.system.savesNot')}
                      />
                    ),
                  },
                  {
                    key: 'clock',
                    label: t('records.system.clock'),
                    children: (
                      <Dot
                        is={gapMs < clockGapMs ? 'good' : 'warn'}
                        text={`${clock.dayAndMinute(nowMs)} ${hall.timeZone}${
                          gapMs < clockGapMs
                            ? ''
                            : ` · ${t('records.system.clockGap', { n: Math.round(gapMs / 1_000) })}`
                        }`}
                      />
                    ),
                  },
                  { key: 'seq', label: t('records.system.seq'), children: seq },
                  { key: 'hall', label: t('records.system.hallVersion'), children: hallVersion },
                  { key: 'version', label: t('records.system.version'), children: version },
                ]}
              />
            )
          }}
        </Told>
      </Panel>
      <Panel title={t('common.language')}>
        <p className="quiet">{t('records.system.languageHelp')}</p>
        <Segmented
          value={language}
          onChange={speak}
          options={[{ language, name: fileOf(language).name }, ...others]
            .sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language))
            .map((each) => ({ label: each.name, value: each.language }))}
        />
      </Panel>
      <Panel title={t('records.system.pages')}>
        <ul className="system-pages">
          {(['counter', 'board', 'kiosk', 'evaluator', 'floor'] as const).map((page) => (
            <li key={page}>
              <a href={`/${page}`}>/{page}</a>
              <span>{t(`records.system.page.${page}`)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
