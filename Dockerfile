# The image of the product on Node.js.
#
#   docker build -t policy-chat .
#   docker run -d -p 127.0.0.1:8787:8787 -v policy-chat:/data --env-file policy-chat.env \
#     --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --stop-timeout 15 policy-chat
#
# nginx on the host reaches it through Docker's bridge: TRUSTED_PROXIES=private. A folder of the host's in place of the
# volume has to be user 1000's.
#
# Where Docker's own registry is out of reach: --build-arg BASE=registry.example.cn/node:24-bookworm-slim, and for
# packages --build-arg NPM_CONFIG_REGISTRY=https://npm.example.cn/.
ARG BASE=node:24-bookworm-slim

# What runs in browsers is built, and what nothing in the image runs is left behind.
FROM ${BASE} AS build
ARG NPM_CONFIG_REGISTRY
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build
# Workers', and what the build and `npm run ingest` alone need.
RUN rm -rf server/worker.ts server/bundle server/fetch-assets.ts server/not-serving.ts server/limit/on-workers.ts \
  server/store/d1.ts server/web/vite.config.ts server/web/list-assets.ts server/ingest.ts

# Packages that the server runs on. The base image has the Node.js that the package `node` would bring.
FROM ${BASE} AS packages
ARG NPM_CONFIG_REGISTRY
WORKDIR /packages
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --omit=peer --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node node_modules/.bin node_modules/openai/src \
  && find node_modules -type f -regex '.*\.\(d\.[cm]?ts\|map\)' -delete

FROM ${BASE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 DATA_DIR=/data
WORKDIR /app
RUN install -d -m 700 -o node -g node /data
COPY --from=packages /packages/node_modules node_modules
COPY --from=build /build/package.json /build/LICENSE /build/NOTICE ./
COPY --from=build /build/corpus corpus
COPY --from=build /build/tools tools
COPY --from=build /build/server server

# The user `node` of the base image, as a number: so Kubernetes can see that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# No npm and no shell in between: SIGTERM reaches the server, which ends within ten seconds.
CMD ["node", "server/node.ts"]
