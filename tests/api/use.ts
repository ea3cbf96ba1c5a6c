// A call taken in, answered and closed by a program that knows nothing but the document of the interface.
import createClient from 'openapi-fetch';
import type { components, paths } from 'sanbao';

const sanbao = createClient<paths>({ baseUrl: 'http://localhost:5080', headers: { Authorization: 'Bearer TOKEN' } });

export async function guidedByPhone(serial: string): Promise<components['schemas']['RequestAnswer']> {
  const taken = await sanbao.POST('/api/v1/requests', {
    body: { channel: 'phone', category: 'fault', serial, description: '轴承异响，停机' },
  });
  if (!taken.data) throw new Error(taken.error?.code);
  const key = taken.data.number;
  await sanbao.POST('/api/v1/requests/{key}/guidance', {
    params: { path: { key } }, body: { advice: '紧固地脚螺栓', outcome: 'solved' },
  });
  const { data } = await sanbao.GET('/api/v1/requests', { params: { query: { status: 'open', limit: 50 } } });
  for (const line of data?.items ?? []) if (line.number === key) throw new Error('still open');
  return taken.data;
}
