import { position, slowDrop, ticket } from '../kit/line.js'
import { expect, open, signUp, test, type Page } from '../kit/test.js'

/**
 * Puts a laptop to sleep: nothing runs in its page, while clocks go on. The answer wakes it up.
 * (`Page.setWebLifecycleState` freezes no page that Playwright keeps in sight: its timers ran on.)
 */
async function sleep(page: Page): Promise<() => Promise<void>> {
  const laptop = await page.context().newCDPSession(page)
  const asleep = new Promise((paused) => laptop.once('Debugger.paused', paused))
  await laptop.send('Debugger.enable')
  await laptop.send('Debugger.pause')
  await asleep
  return () => laptop.detach()
}

/** Sockets that a sleep leaves open and dead: nothing passes any more, and neither end is told. */
async function mortalSockets(page: Page): Promise<{ die: () => void }> {
  let deaths = 0
  await page.routeWebSocket(/\/live$/, (near) => {
    const born = deaths
    const far = near.connectToServer()
    near.onMessage((said) => void (born === deaths && far.send(said)))
    far.onMessage((said) => void (born === deaths && near.send(said)))
  })
  return { die: () => void (deaths += 1) }
}

test('a place moves up before one’s eyes, and reload and a second tab keep it', async ({ page, shop, context }) => {
  const drop = await slowDrop(shop, 8)
  await signUp(page)
  await open(page, `/drops/${drop}`)
  await page.getByTestId('join-button').click()
  const mine = await ticket(page)
  const first = await position(page)
  await expect.poll(() => position(page)).toBeLessThan(first)

  await page.reload()
  expect(await ticket(page)).toBe(mine)
  const second = await context.newPage()
  await open(second, `/drops/${drop}`)
  expect(await ticket(second)).toBe(mine)

  await expect(page.getByTestId('coupon-code')).toBeVisible({ timeout: 30_000 })
  await expect(second.getByTestId('coupon-code')).toBeVisible()
  expect(await shop.coupons(drop)).toHaveLength(9)
})

test('a lost connection and a restarted server keep the place', async ({ somebody, shop }) => {
  const drop = await slowDrop(shop, 6)
  const page = await somebody()
  page.removeAllListeners('console') // the browser itself complains about the cut connection
  await signUp(page)
  await open(page, `/drops/${drop}`)
  await page.getByTestId('join-button').click()
  const mine = await ticket(page)
  await shop.crashAndRestart()
  expect(await ticket(page)).toBe(mine)
  await expect(page.getByTestId('coupon-code')).toBeVisible({ timeout: 40_000 })
  const issued = await shop.coupons(drop)
  expect(issued.at(-1)?.ticket).toBe(Number(mine))
})

test('a countdown ends in a button that works, without a reload', async ({ page, shop }) => {
  const drop = await slowDrop(shop, 0)
  await shop.database.query(`update drops set opens_at = utc_timestamp(3) + interval 6 second where id = ?`, [drop])
  await signUp(page)
  await open(page, `/drops/${drop}`)
  await expect(page.getByTestId('countdown')).toBeVisible()
  await expect(page.getByTestId('join-button')).toBeEnabled({ timeout: 15_000 })
  await page.getByTestId('join-button').click()
  await expect(page.getByTestId('coupon-code')).toBeVisible()
})

test('without a socket the page asks, as often as it is told', async ({ somebody, shop }) => {
  const drop = await slowDrop(shop, 10)
  const page = await somebody()
  await page.routeWebSocket(/\/live$/, (socket) => socket.close())
  await signUp(page)
  await open(page, `/drops/${drop}`)
  await page.getByTestId('join-button').click()
  const first = await position(page)
  await expect.poll(() => position(page)).toBeLessThan(first)
  await expect(page.getByTestId('coupon-code')).toBeVisible({ timeout: 30_000 })
})

test('a laptop that sleeps through its turn wakes up with its coupon', async ({ somebody, shop }) => {
  const drop = await slowDrop(shop, 6)
  const page = await somebody()
  page.removeAllListeners('console') // the browser itself complains about the lost network
  const email = await signUp(page)
  await open(page, `/drops/${drop}`)
  await page.getByTestId('join-button').click()
  const mine = await ticket(page)
  let loads = 0
  page.on('load', () => (loads += 1))

  await page.context().setOffline(true)
  const wakeUp = await sleep(page)
  await shop.crashAndRestart() // nothing is left of its socket at the other end
  const own = async () => (await shop.coupons(drop)).find((coupon) => coupon.email === email)
  await expect.poll(own, { timeout: 30_000 }).toBeDefined()
  const { code, ticket: decided } = (await own())!
  expect(decided).toBe(Number(mine))

  await wakeUp()
  await page.context().setOffline(false)
  await expect(page.getByTestId('coupon-code')).toHaveText(code)
  expect(loads).toBe(0)
})

test('a laptop that wakes up in the line has its place, and sees it move on', async ({ somebody, shop }) => {
  const drop = await slowDrop(shop, 30)
  const page = await somebody()
  page.removeAllListeners('console')
  const sockets = await mortalSockets(page)
  await signUp(page)
  await open(page, `/drops/${drop}`)
  await page.getByTestId('join-button').click()
  const mine = await ticket(page)
  const asleepAt = await position(page)
  const served = async () => (await shop.coupons(drop)).length
  const asleepSince = await served()

  const wakeUp = await sleep(page)
  sockets.die()
  await expect.poll(served).toBeGreaterThan(asleepSince + 7)

  await wakeUp()
  await expect.poll(() => position(page)).toBeLessThanOrEqual(asleepAt - 7)
  for (let step = 0; step < 3; step += 1) {
    const before = await position(page)
    await expect.poll(() => position(page)).toBeLessThan(before)
  }
  expect(await ticket(page)).toBe(mine)
})

test('who logs out in one tab is a visitor in the other at once', async ({ page, shop, context }) => {
  const drop = await slowDrop(shop, 8)
  const closed: (number | undefined)[] = []
  await page.routeWebSocket(/\/live$/, (near) => {
    const far = near.connectToServer()
    far.onClose((code, reason) => {
      closed.push(code)
      void near.close({ code, reason })
    })
  })
  await signUp(page)
  await open(page, `/drops/${drop}`)
  await page.getByTestId('join-button').click()
  await expect(page.getByTestId('ticket')).toBeVisible()

  const second = await context.newPage()
  await open(second, '/')
  await second.getByTestId('log-out').click()
  await expect(page.getByTestId('member-name')).toHaveCount(0)
  await expect(page.getByTestId('ticket')).toHaveCount(0)
  expect(closed).toEqual([4401])
  await page.getByTestId('join-button').click()
  await expect(page).toHaveURL(/\/log-in\?next=/)
})
