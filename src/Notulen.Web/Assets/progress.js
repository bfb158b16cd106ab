// Keeps the progress on a page up to date while it is open. The page says the same without it, on every refresh.

class NotulenProgress extends HTMLElement {
  #events;
  #status = new Map();

  connectedCallback() {
    const meetings = this.querySelectorAll("[data-meeting]");
    for (const meeting of meetings) this.#status.set(meeting.dataset.meeting, this.#part(meeting, "status")?.textContent);
    // A browser keeps few connections to one server: a page that has nothing to wait for, or is not looked at, needs none.
    document.addEventListener("visibilitychange", this.#follow);
    this.#follow();
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.#follow);
    this.#stop();
  }

  #follow = () => {
    const unfinished = [...this.querySelectorAll("[data-meeting]")].filter(({ dataset }) => ["waiting", "running"].includes(dataset.state));
    if (document.hidden || unfinished.length === 0) return this.#stop();
    if (this.#events) return;
    // By name, so that what ended while nobody looked is told too.
    const query = new URLSearchParams(unfinished.map(({ dataset }) => ["vergadering", dataset.meeting]));
    this.#events = new EventSource(`${this.dataset.source}?${query}`);
    this.#events.addEventListener("progress", (event) => this.#show(JSON.parse(event.data)));
  };

  #stop() {
    this.#events?.close();
    this.#events = undefined;
  }

  #show(messages) {
    for (const message of messages) {
      const meeting = this.querySelector(`[data-meeting="${CSS.escape(message.id)}"]`);
      if (meeting) this.#update(meeting, message);
    }
    this.#follow();
  }

  #update(meeting, message) {
    meeting.dataset.state = message.state;
    this.#write(meeting, "status", message.status);
    this.#write(meeting, "left", message.left);
    this.#write(meeting, "percent", `${message.percent}\u00a0%`);
    const bar = this.#part(meeting, "bar");
    if (bar) bar.value = message.percent;
    for (const stage of message.stages) {
      const line = meeting.querySelector(`[data-stage="${CSS.escape(stage.name)}"]`);
      if (!line) continue;
      line.dataset.state = stage.state;
      this.#write(line, "text", stage.text);
    }
    if (this.#status.get(message.id) !== message.status) {
      this.#status.set(message.id, message.status);
      this.#announce(meeting.dataset.title, message.status);
      if (this.dataset.refresh) this.#refresh();
    }
  }

  // Said when the stage changes, not at every per cent.
  #announce(title, status) {
    const place = this.#part(this, "announce");
    if (place) place.textContent = title ? `${title}: ${status}` : status;
  }

  // What came out, or went wrong, is the server's to say: its part of the page is fetched anew.
  async #refresh() {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(this.dataset.refresh);
    const old = document.getElementById(this.dataset.refresh);
    if (!fresh || !old) return;
    const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    old.replaceWith(fresh);
    if (focused) fresh.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  }

  #part(within, name) {
    return within.querySelector(`[data-part="${name}"]`);
  }

  #write(within, name, text) {
    const place = this.#part(within, name);
    if (place && place.textContent !== text) place.textContent = text;
  }
}

customElements.define("notulen-progress", NotulenProgress);
