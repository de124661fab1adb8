import { alive, expect, open, signUp, test, type Page } from '../kit/test.js'

/** Writes and sends on the talk's own page. */
async function say(page: Page, text: string): Promise<void> {
  await alive(page)
  await page.getByTestId('chat-text').fill(text)
  await page.getByTestId('chat-send').click()
  await shows(page, text)
}

/** Waits until the room itself shows a message; without JavaScript by loading the page again. */
async function shows(page: Page, text: string): Promise<void> {
  const placed = page.getByTestId('chat-message').filter({ hasText: text }).locator('.message-time')
  await expect(async () => {
    if ((await placed.count()) === 0 && !(await isAlive(page))) await page.goto('/chat')
    await expect(placed).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
}

/** Waits until the room is so. */
async function stands(page: Page, state: string): Promise<void> {
  await expect(async () => {
    if (!(await isAlive(page))) await page.goto('/chat')
    await expect(page.getByTestId('chat-state')).toHaveAttribute('data-state', state, { timeout: 1_000 })
  }).toPass()
}

async function isAlive(page: Page): Promise<boolean> {
  return (await page.locator('[data-hydrated]').count()) > 0
}

test('a visitor writes, asks for a person, takes the talk along when signing up, and ends it', async ({ page }) => {
  await open(page, '/chat')
  await expect(page.getByTestId('chat-greeting')).toBeVisible()
  await say(page, '배송이 언제 되나요?')
  await say(page, 'https://seonchak.kr 에서 봤어요 <b>굵게</b>')
  const link = page.getByTestId('chat-log').getByRole('link', { name: 'https://seonchak.kr' })
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  await expect(page.getByTestId('chat-log')).toContainText('<b>굵게</b>')

  await alive(page)
  await page.getByTestId('chat-ask').click()
  await stands(page, 'waiting')
  await open(page, '/chat')
  await shows(page, '배송이 언제 되나요?')

  await signUp(page)
  await open(page, '/chat')
  await shows(page, '배송이 언제 되나요?')
  await stands(page, 'waiting')

  await alive(page)
  await page.getByTestId('chat-end').click()
  await stands(page, 'closed')
  await alive(page)
  await page.getByTestId('chat-good').click()
  await expect(page.getByTestId('chat-thanks')).toBeVisible()
  await page.getByTestId('chat-reopen').click()
  await stands(page, 'waiting')
})

test('a message with nothing in it is not taken', async ({ page }) => {
  await open(page, '/chat')
  await page.getByTestId('chat-text').fill('   ')
  await page.getByTestId('chat-send').click()
  await expect(page.getByTestId('chat-problem')).toBeVisible()
  await expect(page.getByTestId('chat-message')).toHaveCount(0)
})

test('a talk that is over can be kept as a file, and deleted', async ({ page }) => {
  await open(page, '/chat')
  await say(page, '이제 됐어요')
  await alive(page)
  await page.getByTestId('chat-ask').click()
  await stands(page, 'waiting')
  await alive(page)
  await page.getByTestId('chat-end').click()
  await stands(page, 'closed')
  await alive(page)
  const file = page.waitForEvent('download')
  await page.getByTestId('chat-file').click()
  expect((await file).suggestedFilename()).toMatch(/^seonchak-chat-\d+\.txt$/)
  await page.getByTestId('chat-delete').click()
  await page.getByTestId('chat-delete-sure').click()
  await expect(page.getByTestId('chat-message')).toHaveCount(0)
  await open(page, '/chat')
  await expect(page.getByTestId('chat-greeting')).toBeVisible()
})
