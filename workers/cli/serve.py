"""A host and a port in, the API, its page and a worker running until stopped out. I/O."""

import sys
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from service.app import create_app
from service.broker import embedded_broker
from service.errors import UsageError
from service.settings import Settings
from service.store import upgrade
from workers.working import run_embedded_worker, run_worker
