import { defineConfig, devices } from '@playwright/test'

/** Debian's Chromium; as root it needs --no-sandbox, and none of its own talks with the world. */
const chromium = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

const phone = { ...devices['Pixel 7'], locale: 'ko-KR', launchOptions: chromium }

export default defineConfig({
  testDir: 'tests',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: true,
  reporter: 'list',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'with JavaScript', use: phone },
    // What is meant to work without: files named *.both.spec.ts and *.plain.spec.ts.
    { name: 'without JavaScript', use: { ...phone, javaScriptEnabled: false }, testMatch: /\.(both|plain)\.spec\.ts$/ },
  ].map((project) => (project.name === 'with JavaScript' ? { ...project, testIgnore: /\.plain\.spec\.ts$/ } : project)),
})
