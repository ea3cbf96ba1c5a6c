// Packages that bring no types for the file we take.
declare module 'htmx.org/dist/htmx.esm.js';
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js';
