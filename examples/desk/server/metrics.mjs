import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What is counted, by OpenTelemetry's names, and read as Prometheus' text. */
export const openMetrics = (hub) => {
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({ readers: [exporter] });
  const meter = provider.getMeter('denwaban-desk');
  const advice = { explicitBucketBoundaries: seconds };
  const requests = meter.createHistogram('http.server.request.duration', { unit: 's', advice });
  const errands = meter.createHistogram('desk.errand.duration', { unit: 's', advice });
  meter.createObservableGauge('desk.listeners').addCallback((result) => result.observe(hub.size));
  meter
    .createObservableGauge('process.memory.usage', { unit: 'By' })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));
  return {
    request: (route, method, status, milliseconds) =>
      requests.record(milliseconds / 1000, {
        'http.route': route,
        'http.request.method': method,
        'http.response.status_code': status,
      }),
    errand: (errand, code, milliseconds) => errands.record(milliseconds / 1000, { errand, code }),
    text: () =>
      new Promise((resolve, reject) => {
        const response = { setHeader() {}, end: resolve, set statusCode(_) {} };
        try {
          exporter.getMetricsRequestHandler({}, response);
        } catch (error) {
          reject(error);
        }
      }),
    close: () => provider.shutdown(),
  };
};
