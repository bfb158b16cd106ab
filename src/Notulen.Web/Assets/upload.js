// Sends the form with a progress bar, and shows remarks beside their fields without losing the files that were chosen.
// Without it the form is an ordinary form.

class NotulenUpload extends HTMLElement {
  #request;

  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => this.#send(event));
    this.form.addEventListener("change", ({ target }) => this.#forget(target));
    this.#part("cancel").addEventListener("click", () => this.#request?.abort());
  }

  #send(event) {
    event.preventDefault();
    this.#clear();
    const recording = this.form.elements.opname;
    if (recording.files[0]?.size > Number(this.form.dataset.maxBytes)) return this.#remark({ opname: this.dataset.tooLarge });

    const request = (this.#request = new XMLHttpRequest());
    request.open("POST", this.form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => this.#progress(loaded, total));
    request.upload.addEventListener("load", () => this.#say(this.dataset.checking));
    request.addEventListener("load", () => this.#answer(request));
    request.addEventListener("error", () => this.#fail(this.dataset.failed));
    request.addEventListener("abort", () => this.#rest());
    this.#busy(true);
    this.#say(this.dataset.sending);
    request.send(new FormData(this.form));
  }

  #answer({ status, response }) {
    if (status === 200 && response?.location) {
      location.assign(response.location);
    } else if (response?.errors) {
      this.#rest();
      this.#remark(response.errors);
    } else {
      this.#fail(status === 400 ? this.dataset.refused : this.dataset.failed);
    }
  }

  #progress(loaded, total) {
    const percent = total ? Math.floor((100 * loaded) / total) : 0;
    this.#part("bar").value = percent;
    this.#part("percent").textContent = `${percent}\u00a0%`;
  }

  #remark(errors) {
    let first;
    for (const control of this.form.elements) {
      const sentence = errors[control.name];
      if (!sentence) continue;
      const place = document.getElementById(`${control.name}-fout`);
      place.hidden = false;
      place.textContent = sentence;
      place.closest(".field").classList.add("wrong");
      control.setAttribute("aria-invalid", "true");
      const folded = control.closest("details");
      if (folded) folded.open = true;
      first ??= control;
    }
    first?.focus();
  }

  #clear() {
    this.#part("failure").hidden = true;
    for (const control of this.querySelectorAll("[aria-invalid]")) this.#forget(control);
  }

  // A remark is about what was there before: it goes when something else is chosen or typed.
  #forget(control) {
    const field = control.closest(".field.wrong");
    if (!field) return;
    field.classList.remove("wrong");
    control.removeAttribute("aria-invalid");
    const place = field.querySelector(".field-error");
    place.hidden = true;
    place.textContent = "";
  }

  #fail(sentence) {
    this.#rest();
    const failure = this.#part("failure");
    failure.textContent = sentence;
    failure.hidden = false;
    failure.focus();
  }

  #rest() {
    this.#busy(false);
    this.#progress(0, 0);
    this.#say("");
  }

  #busy(busy) {
    this.#part("sending").hidden = !busy;
    this.form.querySelector("button.primary").disabled = busy;
  }

  #say(text) {
    this.#part("status").textContent = text;
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }
}

customElements.define("notulen-upload", NotulenUpload);
