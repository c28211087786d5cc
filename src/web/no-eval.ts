/** Tells zod that this page allows no code from strings, before any schema asks by trying. */
import { config } from 'zod';

config({ jitless: true });
