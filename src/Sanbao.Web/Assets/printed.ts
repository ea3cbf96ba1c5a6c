import { prints } from './islands/print';

prints();
