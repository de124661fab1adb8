# The shop's server in a small image. Written, but not yet run: the machine it was written on has no Docker engine.

FROM rust:1.99.0-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm pkg-config zlib1g-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /seonchak
# First what seldom changes, so that the tools are built once and not at each change of the source.
COPY rust-toolchain.toml Cargo.toml package.json package-lock.json ./
COPY bin bin
RUN bin/setup --build
COPY . .
RUN bash -c 'source bin/lib/common.sh && SQLX_OFFLINE=true cargo leptos build --release -P'

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates zlib1g \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --home-dir /srv seonchak \
    && install -d -o seonchak /srv/media
WORKDIR /srv
COPY --from=build /seonchak/target/release/server /usr/local/bin/server
# Where Leptos.toml says that it is.
COPY --from=build /seonchak/target/site target/site
COPY Leptos.toml ./
USER seonchak
ENV LEPTOS_SITE_ADDR=0.0.0.0:3000 SEONCHAK_MEDIA_DIR=/srv/media SEONCHAK_MAIL_DIR=/tmp/mail
EXPOSE 3000
CMD ["server", "serve"]
