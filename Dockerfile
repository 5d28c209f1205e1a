# The dependencies, installed by hash into an environment of their own.
FROM python:3.12-slim AS dependencies
WORKDIR /build
RUN python -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes --requirement requirements.lock

# The bot: that environment, then the code, so that a change of code rebuilds only the last layers.
FROM python:3.12-slim
RUN useradd --system --uid 10001 --no-create-home bot && install --directory --owner bot /app/data
COPY --from=dependencies /venv /venv
WORKDIR /app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 WEB_HOST=0.0.0.0 WEB_PORT=8080
COPY tests/questions tests/questions
COPY facts facts
COPY bot bot
RUN python -m compileall -q bot
USER bot
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/health', timeout=2)"]
CMD ["python", "-m", "bot", "run"]
