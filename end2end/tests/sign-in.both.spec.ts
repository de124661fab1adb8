import { alive, expect, fillSignUp, logIn, open, signUp, test as base, type Page } from '../kit/test.js'
import { Providers } from '../kit/providers.js'

type Name = 'google' | 'kakao' | 'naver'
const names: Name[] = ['kakao', 'naver', 'google']

const test = base.extend<object, { providers: Providers }>({
  providers: [
    async ({}, use) => {
      const providers = await Providers.start()
      await use(providers)
      await providers.close()
    },
    { scope: 'worker' },
  ],
  settings: [async ({ providers }, use) => use(providers.settings), { scope: 'worker' }],
})

let people = 1_000

/** Somebody new at a provider. */
function newcomer(providers: Providers, name: Name, isVerified = name !== 'naver'): string {
  people += 1
  const email = `${name}${people}-${Date.now()}@example.kr`
  providers.person[name] = { id: String(people), name: '김지우', email, isVerified }
  return email
}

/** Presses a provider's button and says yes there. */
async function pressAndSayYes(page: Page, button: string): Promise<void> {
  await page.getByTestId(button).click()
  await page.locator('#yes').click()
  await alive(page)
}

async function signUpBy(page: Page, name: Name): Promise<void> {
  await open(page, '/log-in?next=/drops')
  await pressAndSayYes(page, `sign-in-${name}`)
  await expect(page).toHaveURL('/sign-up/complete')
  await fillSignUp(page, { address: '서울특별시 중구 세종대로 110' })
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL('/drops')
  await expect(page.getByTestId('member-name')).toContainText('김지우')
}

for (const name of names) {
  test(`by ${name} somebody becomes a member once and comes in ever after`, async ({ page, somebody, providers }) => {
    newcomer(providers, name)
    await signUpBy(page, name)

    const elsewhere = await somebody()
    await open(elsewhere, '/sign-up')
    await pressAndSayYes(elsewhere, `sign-in-${name}`)
    await expect(elsewhere).toHaveURL('/')
    await expect(elsewhere.getByTestId('member-name')).toContainText('김지우')
  })

  test(`who says no at ${name} is back at the log-in page`, async ({ page }) => {
    await open(page, '/log-in?next=/drops')
    await page.getByTestId(`sign-in-${name}`).click()
    await page.locator('#no').click()
    await alive(page)
    await expect(page.getByTestId('notice')).toContainText('로그인을 취소했어요.')
    await expect(page.getByTestId('member-name')).toHaveCount(0)
    await expect(page.getByTestId(`sign-in-${name}`)).toHaveAttribute('href', `/sign-in/${name}?next=%2Fdrops`)
  })
}

test('whom a provider gives no address is asked for one', async ({ page, providers }) => {
  newcomer(providers, 'kakao')
  providers.person.kakao.email = undefined
  providers.person.kakao.name = undefined
  await open(page, '/log-in')
  await pressAndSayYes(page, 'sign-in-kakao')
  await page.locator('main form button[type=submit]').click()
  for (const field of ['name', 'email', 'address']) {
    await expect(page.locator(`[data-problem=${field}]`)).toContainText('꼭 입력해 주세요')
  }
  const email = `asked-${Date.now()}@example.kr`
  await fillSignUp(page, { name: '박하늘', email, address: '서울' })
  await page.locator('main form button[type=submit]').click()
  await expect(page.getByTestId('member-name')).toContainText('박하늘')
})

test('a member links a provider, comes in by it and unlinks it', async ({ page, somebody, providers }) => {
  await signUp(page, '이서준')
  newcomer(providers, 'naver')
  await open(page, '/account/ways-in')
  await pressAndSayYes(page, 'link-naver')
  await expect(page).toHaveURL('/sign-up/complete')
  await page.locator('main form button[type=submit]').click()
  await expect(page).toHaveURL('/account/ways-in?saved=linked')
  await expect(page.getByTestId('notice')).toContainText('계정을 연결했어요.')

  const elsewhere = await somebody()
  await open(elsewhere, '/log-in')
  await pressAndSayYes(elsewhere, 'sign-in-naver')
  await expect(elsewhere.getByTestId('member-name')).toContainText('이서준')

  await open(page, '/account/ways-in')
  await page.getByTestId('unlink-naver').click()
  await expect(page.getByTestId('link-naver')).toBeVisible()
  const stranger = await somebody()
  await open(stranger, '/log-in')
  await pressAndSayYes(stranger, 'sign-in-naver')
  await expect(stranger).toHaveURL('/sign-up/complete')
})

test('the last way in cannot be taken away', async ({ page, providers }) => {
  newcomer(providers, 'google')
  await signUpBy(page, 'google')
  await open(page, '/account/ways-in')
  await expect(page.locator('main')).toContainText('해제할 수 없어요')
  await expect(page.getByTestId('unlink-google')).toHaveCount(0)
})

test('an address that has an account is linked once its owner has logged in', async ({ page, somebody, providers }) => {
  const email = await signUp(page, '최유나')
  newcomer(providers, 'google')
  providers.person.google.email = email
  const elsewhere = await somebody()
  await open(elsewhere, '/log-in')
  await pressAndSayYes(elsewhere, 'sign-in-google')
  await expect(elsewhere.locator('h1')).toContainText('이미 가입한 이메일이에요')
  await expect(elsewhere.getByTestId('member-name')).toHaveCount(0)
  await elsewhere.locator('main a.button').click()
  await alive(elsewhere)
  await fillSignUp(elsewhere, { email, password: 'one fine password' })
  await elsewhere.locator('main form button[type=submit]').click()
  await expect(elsewhere).toHaveURL('/sign-up/complete')
  await alive(elsewhere)
  await elsewhere.locator('main form button[type=submit]').click()
  await expect(elsewhere).toHaveURL('/')

  const third = await somebody()
  await open(third, '/log-in')
  await pressAndSayYes(third, 'sign-in-google')
  await expect(third.getByTestId('member-name')).toContainText('최유나')
  await logIn(await somebody(), { email, password: 'one fine password' })
})
