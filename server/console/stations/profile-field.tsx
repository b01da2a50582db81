import { UploadOutlined } from '@ant-design/icons'
import { KeypadProfileFile, wrongIn } from '@jiaohao/core/contract/keypad-profile.ts'
import { exampleFile } from '@jiaohao/core/contract/keypad-profiles.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Form, Input, Select, Upload } from 'antd'
import { useId, useState } from 'react'
import { fileIn, type Profile, textOf } from './profile-text.ts'

const mostFileBytes = 64 * 1024

/** How a line of keypads speaks: the built-in profile, or another maker's file, checked as it is typed. */
export function ProfileField({ at }: { at: number }) {
  const { t } = useTexts()
  return (
    <Form.Item
      name={[at, 'profile']}
      label={t('stations.profile')}
      rules={[
        {
          validator: (_: unknown, value: Profile = 'ff68') =>
            value === 'ff68' || KeypadProfileFile.safeParse(value).success
              ? Promise.resolve()
              : Promise.reject(new Error(t('stations.wrong.profile'))),
        },
      ]}
    >
      <ProfileInput />
    </Form.Item>
  )
}

/** Its form gives it id, value and change. */
function ProfileInput({
  id,
  value = 'ff68',
  onChange = () => undefined,
}: {
  id?: string
  value?: Profile
  onChange?: (profile: Profile) => void
}) {
  const { t } = useTexts()
  const told = useId()
  const [text, setText] = useState(() => (typeof value === 'string' ? '' : textOf(value)))
  const write = (next: string) => {
    setText(next)
    onChange(fileIn(next))
  }
  return (
    <>
      <Select
        {...(id && { id })}
        value={value === 'ff68' ? 'ff68' : 'other'}
        options={[
          { value: 'ff68', label: t('stations.profileBuiltIn') },
          { value: 'other', label: t('stations.profileOther') },
        ]}
        onChange={(chosen: string) => onChange(chosen === 'ff68' ? 'ff68' : fileIn(text))}
      />
      {value !== 'ff68' && (
        <div className="profile-file">
          <Input.TextArea
            aria-label={t('stations.profileText')}
            aria-describedby={told}
            autoSize={{ minRows: 6, maxRows: 18 }}
            spellCheck={false}
            value={text}
            onChange={(event) => write(event.target.value)}
          />
          <div className="profile-file-acts">
            <Upload
              accept=".json,application/json"
              showUploadList={false}
              beforeUpload={(file) => {
                if (file.size <= mostFileBytes) file.text().then(write, console.error)
                return false
              }}
            >
              <Button icon={<UploadOutlined />}>{t('stations.profileFromFile')}</Button>
            </Upload>
            <Button onClick={() => write(textOf(exampleFile))}>{t('stations.profileExample')}</Button>
            <span className="quiet">{t('stations.profileHelp')}</span>
          </div>
          <ProfileSays id={told} profile={value} />
        </div>
      )}
    </>
  )
}

/** Each wrong field with the reason, or what the file describes. */
function ProfileSays({ id, profile }: { id: string; profile: Profile }) {
  const { t } = useTexts()
  if (profile === '') return null
  if (typeof profile === 'string') {
    return (
      <p id={id} className="profile-wrong" role="status">
        {t('stations.profileWrong.notJson', { why: profile })}
      </p>
    )
  }
  const { data } = KeypadProfileFile.safeParse(profile)
  if (data) {
    const { name, keys, ratings } = data
    return (
      <p id={id} className="profile-good" role="status">
        {t('stations.profileGood', { name, keys: keys.length, ratings: ratings.length })}
      </p>
    )
  }
  return (
    <ul id={id} className="profile-wrong" role="status">
      {wrongIn(profile).map(({ path, problem }) => (
        <li key={`${path} ${problem}`}>
          {path !== '' && <code>{path}</code>} {t(`stations.profileWrong.${problem}`)}
        </li>
      ))}
    </ul>
  )
}
