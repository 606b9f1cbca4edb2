/** A client of the API that knows nothing but its OpenAPI document. */
export class Api {
  static read(path: string, origin: string): Promise<Api>;
  call(operationId: string, body?: object): Promise<{ status: number; body: any }>;
}
