import { test as base, expect, type BrowserContext, type ConsoleMessage, type Page } from '@playwright/test'
import { Shop } from './shop.js'

export { expect, type Page } from '@playwright/test'

/** What a browser says by itself when a form is refused; it is the test's subject, no error. */
const refusedByServer = /Failed to load resource: the server responded with a status of (4\d\d|503)/

/** Without JavaScript nobody uses what the page has preloaded: said after some seconds on one page. */
const preloadedForNobody = /was preloaded using link preload but not used within a few seconds/

type Fixtures = {
  /** A browser of somebody else, watched like the first one. */
  somebody: () => Promise<Page>
}

type WorkerFixtures = {
  /** What the server is told beside the usual, by `test.use` at the top of a file. */
  settings: Record<string, string>
  shop: Shop
}

/** Every worker has a shop; every page fails its test on an error or a hydration warning. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  settings: [{}, { scope: 'worker', option: true }],

  shop: [
    async ({ settings }, use) => {
      const shop = await Shop.open(settings)
      await use(shop)
      await shop.close()
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ shop }, use) => use(shop.url),

  page: async ({ page, javaScriptEnabled }, use) => {
    const complaints = await watch(page, javaScriptEnabled)
    await use(page)
    expect(complaints).toEqual([])
  },

  somebody: async ({ browser, contextOptions, baseURL, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = []
    const complaints: string[][] = []
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL, javaScriptEnabled, locale: 'ko-KR' })
      contexts.push(context)
      const page = await context.newPage()
      complaints.push(await watch(page, javaScriptEnabled))
      return page
    })
    for (const context of contexts) await context.close()
    expect(complaints.flat()).toEqual([])
  },
})

async function watch(page: Page, javaScriptEnabled: boolean | undefined): Promise<string[]> {
  const complaints: string[] = []
  const isNone = (text: string) =>
    refusedByServer.test(text) || (javaScriptEnabled === false && preloadedForNobody.test(text))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message: ConsoleMessage) => {
    const loud = message.type() === 'error' || message.type() === 'warning'
    if (loud && !isNone(message.text())) complaints.push(message.text())
  })
  // What the page's policy forbids is an error, even where the browser keeps quiet about it.
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`forbidden by the policy: ${violatedDirective} ${blockedURI}`),
    ),
  )
  return complaints
}

/** Opens a page and waits until it is alive: hydrated, or just there where nothing hydrates. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await alive(page)
}

/** Waits for the mark that the app sets once it has taken over the page. */
export async function alive(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled !== false) {
    await expect(page.locator('[data-hydrated]')).toHaveCount(1)
  }
}

let people = 0

/** Signs somebody new up by the form, and gives their e-mail address. */
export async function signUp(page: Page, name = '김지우'): Promise<string> {
  people += 1
  const email = `person${people}-${Date.now()}@example.kr`
  await open(page, '/sign-up')
  await fillSignUp(page, { name, email, password: 'one fine password', address: '서울특별시 중구 세종대로 110' })
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL('/')
  await expect(page.getByTestId('member-name')).toContainText(name)
  return email
}

export async function fillSignUp(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`main input[name=${name}]`).fill(value)
  }
}

export async function logIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await open(page, '/log-in')
  await page.locator('main input[name=email]').fill(email)
  await page.locator('main input[name=password]').fill(password)
  await page.locator('main form button[type=submit]').click()
  await expect(page.getByTestId('member-name')).toBeVisible()
}

/** What a `datetime-local` field takes, in Korean time. */
export function inKorea(at: Date): string {
  return new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 16)
}
