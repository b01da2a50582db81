import type { Done } from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useHub } from '@jiaohao/screen/use-hub.tsx'
import { App } from 'antd'
import { useState } from 'react'

/** Asks the hall for one thing at a time; a refusal is said in words, and the answer then is null. */
export function useCommand(): {
  busy: boolean
  ask: (command: Command, said?: (done: Done['done']) => string) => Promise<Done['done'] | null>
} {
  const hub = useHub()
  const { message } = App.useApp()
  const { refusal } = useTexts()
  const [busy, setBusy] = useState(false)
  return {
    busy,
    ask: async (command, said) => {
      setBusy(true)
      const answer = await hub.send(command)
      setBusy(false)
      if ('refused' in answer) {
        void message.error(refusal(answer.refused))
        return null
      }
      if (said) void message.success(said(answer.done))
      return answer.done
    },
  }
}
