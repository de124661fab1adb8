import { expect, logIn, open, signUp, test } from '../kit/test.js'

test('a member signs out a telephone from their own page', async ({ page, somebody }) => {
  const email = await signUp(page, '박하늘')
  const phone = await somebody()
  await logIn(phone, { email, password: 'one fine password' })
  await expect(phone.getByTestId('member-name')).toContainText('박하늘')

  await open(page, '/account')
  await expect(page.getByTestId('session')).toHaveCount(2)
  await expect(page.getByTestId('session').first()).toContainText('Chrome')
  await expect(page.getByTestId('session').first().getByTestId('this-session')).toBeVisible()
  await page.getByTestId('end-session').click()
  await expect(page.getByTestId('notice').filter({ hasText: '그 기기에서 로그아웃했어요' })).toBeVisible()
  await expect(page.getByTestId('session')).toHaveCount(1)
  await phone.goto('/account')
  await expect(phone.getByTestId('member-name')).toHaveCount(0)
})
