# grunddata as a container: the program and its data, run by a user without rights. Sources, stores and pages are volumes.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY scripts ./scripts
COPY assets ./assets
COPY bin ./bin
COPY shapes ./shapes
COPY vocab ./vocab
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/assets ./assets
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
COPY --from=build /app/shapes ./shapes
COPY --from=build /app/vocab ./vocab
COPY fixtures/rules ./fixtures/rules
COPY fixtures/ldes ./fixtures/ldes
RUN ln -s /app/bin/grunddata.js /usr/local/bin/grunddata \
  && install -d -o node -g node /data
USER node
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s \
  CMD ["node", "/app/bin/grunddata.js", "--version"]
ENTRYPOINT ["node", "/app/bin/grunddata.js"]
CMD ["--help"]
