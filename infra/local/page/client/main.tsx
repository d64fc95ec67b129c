import { createRoot } from 'react-dom/client'
import './page.css'
import { App } from './app.tsx'

createRoot(document.getElementById('page')!).render(<App />)
