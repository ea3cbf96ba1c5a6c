import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';

if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.classList.add('dark-mode');
SwaggerUI({
  url: '/openapi/v1.json', domNode: document.getElementById('reader'), deepLinking: true, displayRequestDuration: true, validatorUrl: null,
});
