import { expect, logIn, open, signUp, test, type Page } from '../kit/test.js'

/** The number of the room that a shopper's page is in. */
async function roomOf(page: Page): Promise<string> {
  const field = page.locator('input[name=room_id]').first()
  await expect(field).not.toHaveValue('')
  return field.inputValue()
}

test('a member and a visitor are counselled at the same time, and neither sees the other', async ({
  page: member,
  somebody,
  shop,
}) => {
  const [visitor, counsellor] = [await somebody(), await somebody()]
  await signUp(member)
  for (const [page, words] of [
    [member, '주문한 물건이 안 와요'],
    [visitor, '방문자인데 궁금한 게 있어요'],
  ] as const) {
    await open(page, '/chat')
    await page.getByTestId('chat-text').fill(`${words}, 상담원 연결해 주세요`)
    await page.getByTestId('chat-send').click()
    await expect(page.getByTestId('chat-event')).toContainText('상담원')
  }

  await logIn(counsellor, shop.admin)
  await open(counsellor, '/counsel')
  // Others may wait as well. Who has waited longer comes first: of the two, the member.
  const [membersRoom, visitorsRoom] = [await roomOf(member), await roomOf(visitor)]
  const row = (room: string) => counsellor.locator(`[data-testid=room-row][data-room="${room}"]`)
  await expect(row(visitorsRoom)).toBeVisible()
  const rooms = counsellor.getByTestId('room-row')
  const waiting = await rooms.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-room')))
  expect(waiting.filter((room) => room === membersRoom || room === visitorsRoom)).toEqual([membersRoom, visitorsRoom])
  await row(membersRoom).click()
  await counsellor.getByTestId('take').click()
  await expect(member.getByTestId('chat-event').last()).toContainText('상담원')
  await expect(counsellor.getByTestId('beside')).toBeVisible()
  await counsellor.getByTestId('note-text').fill('배송사에 확인 중')
  await counsellor.getByTestId('note-add').click()
  await expect(counsellor.getByTestId('note')).toContainText('배송사에 확인 중')

  await counsellor.getByTestId('counsel-text').fill('확인해 드릴게요')
  await counsellor.getByTestId('counsel-send').click()
  const answer = member.locator('[data-side=counsellor]')
  await expect(answer).toContainText('확인해 드릴게요')
  await expect(visitor.locator('[data-side=counsellor]')).toHaveCount(0)
  await expect(member.getByText('배송사에 확인 중')).toHaveCount(0)

  // The network goes and comes back: what was said meanwhile is there, once.
  await member.context().setOffline(true)
  await counsellor.getByTestId('counsel-text').fill('내일 도착해요')
  await counsellor.getByTestId('counsel-send').click()
  await expect(counsellor.locator('[data-side=counsellor]')).toHaveCount(2)
  await member.context().setOffline(false)
  await expect(answer).toHaveCount(2, { timeout: 45_000 })
  await expect(answer.last()).toContainText('내일 도착해요')

  await counsellor.getByTestId('close').click()
  await counsellor.getByTestId('close-now').click()
  await expect(member.getByTestId('chat-over')).toBeVisible()
  await open(counsellor, '/counsel')
  await expect(row(visitorsRoom)).toBeVisible()
  await expect(row(membersRoom)).toHaveCount(0)
})
