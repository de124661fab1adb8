import { expect, fillSignUp, logIn, open, signUp, test } from '../kit/test.js'

test('a visitor signs up, logs out and in again', async ({ page }) => {
  const email = await signUp(page, '박하늘')
  await page.getByTestId('log-out').click()
  await expect(page.getByTestId('member-name')).toHaveCount(0)
  await logIn(page, { email, password: 'one fine password' })
  await expect(page.getByTestId('member-name')).toContainText('박하늘')
})

test('what is wrong stands next to its field, in the reader’s language', async ({ page }) => {
  await open(page, '/sign-up')
  await fillSignUp(page, { name: '', email: 'jiwoo', password: 'short', address: '서울' })
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('[data-problem=email]')).toContainText('이메일 주소 형식이 아니에요')
  await expect(page.locator('[data-problem=name]')).toContainText('꼭 입력해 주세요')
  await expect(page.locator('[data-problem=password]')).toContainText('8자 이상')
  await expect(page.locator('[data-problem=address]')).toHaveCount(0)

  await page.goto('/sign-up')
  await page.locator('button[name=language][value=en]').first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await open(page, '/sign-up')
  await fillSignUp(page, { name: 'Kim', email: 'kim@example.kr', password: 'short', address: 'Seoul' })
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('[data-problem=password]')).toContainText('At least 8 characters')
})

test('a wrong password is answered with one sentence', async ({ page, shop }) => {
  await open(page, '/log-in')
  await page.locator('main input[name=email]').fill(shop.admin.email)
  await page.locator('main input[name=password]').fill('not the password')
  await page.locator('main form button[type=submit]').click()
  await expect(page.getByTestId('notice')).toContainText('이메일 또는 비밀번호가 맞지 않아요')
})
