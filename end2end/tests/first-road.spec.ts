import { expect, inKorea, logIn, open, signUp, test, type Page } from '../kit/test.js'

/** Presses the button, and gives the ticket that the server answered with. */
async function click(page: Page, email: string): Promise<{ page: Page; email: string; ticket: number }> {
  const answer = page.waitForResponse('**/api/drops/join')
  await page.getByTestId('join-button').click()
  const { ticket } = (await (await answer).json()) as { ticket: number }
  return { page, email, ticket }
}

test('an admin makes a drop of two; of three browsers two get coupons in ticket order, live', async ({
  page: owner,
  somebody,
  shop,
}) => {
  await logIn(owner, shop.admin)
  await open(owner, '/admin/drops/new')
  const field = (name: string) => owner.locator(`main [name=${name}]`)
  await field('name').fill('세 사람의 쿠폰')
  await field('quota').fill('2')
  await field('opens_at').fill(inKorea(new Date(Date.now() - 60_000)))
  await field('closes_at').fill(inKorea(new Date(Date.now() + 3_600_000)))
  await owner.locator('main [name=discount_kind][value=fixed]').check()
  await field('discount_won').fill('5000')
  await field('minimum_spend_won').fill('10000')
  // One a second: long enough for all three to be in the line.
  await field('rate_per_s').fill('1')
  await owner.locator('main form button[type=submit]').click()
  await expect(owner).toHaveURL(/\/drops\/\d+$/)
  const drop = Number(owner.url().split('/').pop())

  const people = [await somebody(), await somebody(), await somebody()]
  const emails: string[] = []
  for (const person of people) {
    emails.push(await signUp(person))
    await open(person, `/drops/${drop}`)
    await expect(person.getByTestId('remaining')).toContainText('2')
  }
  // All at once, as it is on the day; whoever has the earlier ticket is served first.
  const joined = await Promise.all(people.map((person, n) => click(person, emails[n])))
  const [first, second, third] = joined.sort((a, b) => a.ticket - b.ticket)
  expect(joined.map(({ ticket }) => ticket)).toEqual([1, 2, 3])

  const codes: string[] = []
  for (const { page } of [first, second]) {
    await expect(page.getByTestId('coupon-code')).toBeVisible()
    codes.push((await page.getByTestId('coupon-code').innerText()).trim())
  }
  await expect(third.page.getByTestId('sold-out')).toBeVisible()

  const issued = await shop.coupons(drop)
  expect(issued.map(({ email, ticket }) => [email, ticket])).toEqual([
    [first.email, 1],
    [second.email, 2],
  ])
  expect(issued.map(({ code }) => code)).toEqual(codes)

  // The owner only looked on, and saw it happen.
  await expect(owner.getByTestId('remaining')).toContainText('0')
  await open(first.page, '/coupons')
  await expect(first.page.getByText(codes[0])).toBeVisible()
  await expect(first.page.getByText('세 사람의 쿠폰')).toBeVisible()
})
