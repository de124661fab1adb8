import { expect, logIn, open, signUp, test } from '../kit/test.js'

const newPassword = 'another fine one'

test('a forgotten password is replaced by a link in a letter', async ({ page, shop }) => {
  const email = await signUp(page, '박하늘')
  await page.getByTestId('log-out').click()
  await expect(page.getByTestId('member-name')).toHaveCount(0)

  await open(page, '/log-in')
  await page.locator('main a[href="/forgotten"]').click()
  await expect(page).toHaveURL(/\/forgotten/)
  await page.locator('main input[name=email]').fill(email)
  await page.locator('main form button[type=submit]').click()
  await expect(page.getByTestId('notice')).toContainText('곧 메일이 도착해요')

  const link = await shop.linkInLetter(email, 'reset')
  await open(page, link)
  await page.locator('main input[name=new_password]').fill('password1')
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('[data-problem=new_password]')).toContainText('너무 흔한 비밀번호예요')
  await page.locator('main input[name=new_password]').fill(newPassword)
  await page.locator('main form button[type=submit]').click()
  await expect(page.getByTestId('notice')).toContainText('비밀번호를 새로 정했어요')
  await logIn(page, { email, password: newPassword })
  await expect(page.getByTestId('member-name')).toContainText('박하늘')

  await open(page, link)
  await page.locator('main input[name=new_password]').fill(newPassword)
  await page.locator('main form button[type=submit]').click()
  await expect(page.getByTestId('notice')).toContainText('이미 쓰였거나 기간이 지난 링크예요')
})

test('an address is confirmed by a link in a letter', async ({ page, shop }) => {
  const email = await signUp(page, '박하늘')
  await open(page, '/account')
  await expect(page.getByTestId('notice')).toContainText('아직 확인하지 않았어요')
  await open(page, await shop.linkInLetter(email, 'confirm'))
  await page.locator('main form button[type=submit]').click()
  await expect(page.getByTestId('notice')).toContainText('이메일 주소를 확인했어요')
})
