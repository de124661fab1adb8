import { expect, open, signUp, test } from '../kit/test.js'
import type { RowDataPacket } from 'mysql2'

test('the panel opens over a page, takes the product along, and stays through a reload', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const sockets: string[] = []
  page.on('websocket', (socket) => sockets.push(socket.url()))

  await open(page, '/products/1')
  await expect(page.getByTestId('chat-button')).toBeVisible()
  await expect(page.getByTestId('chat-unread')).toBeHidden()
  expect(asked.filter((path) => path.includes('chat'))).toEqual([])

  await page.getByTestId('chat-button').click()
  const panel = page.getByTestId('chat-panel')
  await expect(panel.getByTestId('chat-greeting')).toBeVisible()
  expect(sockets).toEqual([])
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(page.getByTestId('chat-button')).toBeFocused()

  await page.getByTestId('chat-button').click()
  await panel.getByTestId('chat-about').click()
  await expect(panel.getByTestId('chat-along')).toBeVisible()
  await panel.getByTestId('chat-text').fill('이 상품 언제 다시 들어와요?')
  await panel.getByTestId('chat-send').click()
  const mine = panel.locator('[data-side=shopper]')
  await expect(mine.locator('.message-time')).toHaveCount(1)
  await expect(mine.getByTestId('chat-card')).toHaveAttribute('href', '/products/1')
  await expect.poll(() => sockets.length).toBeGreaterThan(0)

  await open(page, '/')
  await page.getByTestId('chat-button').click()
  await expect(panel.locator('[data-side=shopper]')).toHaveCount(1)
  await panel.getByTestId('chat-close-panel').click()

  // The room is the member's now, and their socket another one.
  const before = sockets.length
  await signUp(page)
  await expect.poll(() => sockets.length).toBeGreaterThan(before)
  await page.getByTestId('chat-button').click()
  await expect(panel.locator('[data-side=shopper]')).toHaveCount(1)
})

test('what cannot be sent now is kept through a reload, and sent later once', async ({ page, shop }) => {
  await open(page, '/chat')
  await page.getByTestId('chat-text').fill('먼저 한마디')
  await page.getByTestId('chat-send').click()
  await expect(page.locator('[data-side=shopper] .message-time')).toHaveCount(1)

  await page.route('**/api/chat/send', (route) => route.fulfill({ status: 503, body: '' }))
  await page.getByTestId('chat-text').fill('꼭 전해 주세요')
  await page.getByTestId('chat-send').click()
  await expect(page.getByTestId('chat-again')).toBeVisible()
  await expect(page.getByTestId('notice')).toContainText('보관했다가')
  await open(page, '/chat')
  await expect(page.getByTestId('chat-message').filter({ hasText: '꼭 전해 주세요' })).toBeVisible()

  await page.unroute('**/api/chat/send')
  await page.getByTestId('chat-again').click()
  await expect(page.locator('[data-side=shopper] .message-time')).toHaveCount(2)
  await open(page, '/chat')
  await expect(page.locator('[data-side=shopper]')).toHaveCount(2)
  const [[row]] = await shop.database.query<RowDataPacket[]>(
    "select count(*) as times from chat_messages where json_value(body, '$.text') = '꼭 전해 주세요'",
  )
  expect(row.times).toBe(1)
})

test('what a member has not sent is gone from the tab when they log out', async ({ page }) => {
  await signUp(page)
  await open(page, '/chat')
  await page.getByTestId('chat-text').fill('먼저 한마디')
  await page.getByTestId('chat-send').click()
  await expect(page.locator('[data-side=shopper] .message-time')).toHaveCount(1)
  await page.route('**/api/chat/send', (route) => route.fulfill({ status: 503, body: '' }))
  await page.getByTestId('chat-text').fill('남이 보면 안 되는 말')
  await page.getByTestId('chat-send').click()
  await expect(page.getByTestId('chat-again')).toBeVisible()
  const kept = () => page.evaluate(() => Object.values(sessionStorage).join())
  expect(await kept()).toContain('남이 보면 안 되는 말')

  await page.getByTestId('log-out').click()
  await expect.poll(kept).not.toContain('남이 보면 안 되는 말')
  await expect(page.getByText('남이 보면 안 되는 말')).toHaveCount(0)
})

test('another tab of the same reader sees what is said at once', async ({ page, context }) => {
  await open(page, '/chat')
  await page.getByTestId('chat-text').fill('첫 번째 탭')
  await page.getByTestId('chat-send').click()
  await expect(page.locator('[data-side=shopper] .message-time')).toHaveCount(1)
  const other = await context.newPage()
  await open(other, '/chat')
  await other.getByTestId('chat-text').fill('두 번째 탭')
  await other.getByTestId('chat-send').click()
  await expect(page.getByTestId('chat-message').filter({ hasText: '두 번째 탭' })).toBeVisible()
})
