# The program in an image of its own: one static file, no shell, no root.
#
#   docker build -t repartee .
#
# A bot's folder is mounted at /bot, or copied there by an image that begins with FROM repartee.

FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# Time zones are linked in by cmd/repartee, the SQLite driver is written in Go: nothing of the system is needed.
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/repartee ./cmd/repartee
# Where a bot without Redis keeps its SQLite file. A volume that is new takes its owner from here.
RUN mkdir -p /out/bot/.repartee

# Certificates of authorities, /tmp, a user, and nothing else.
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /out/repartee /repartee
COPY --from=build --chown=65532:65532 /out/bot /bot
USER 65532:65532
# 8080: the webhook. 9090: metrics and health, where METRICS_LISTEN is :9090.
EXPOSE 8080 9090
STOPSIGNAL SIGTERM
ENTRYPOINT ["/repartee"]
CMD ["run", "/bot"]
