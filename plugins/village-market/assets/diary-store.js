// The diary's queue in IndexedDB: entries, and their photos apart, so that listing the queue does not read pictures.

const NAME = "village-market-diary"

const opened = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore("entries", { keyPath: "key" })
      request.result.createObjectStore("photos", { keyPath: "key" })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error("blocked"))
  })

/** Runs `work` in one transaction and answers what it answered, once everything is on the phone; else nothing is. */
async function within(mode, work) {
  const db = await opened()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(["entries", "photos"], mode)
      let answer
      transaction.oncomplete = () => resolve(answer)
      transaction.onabort = () => reject(transaction.error ?? new Error("aborted"))
      work(transaction.objectStore("entries"), transaction.objectStore("photos"), (value) => {
        answer = value
      })
    })
  } finally {
    db.close()
  }
}

/** Keeps an entry and its photo, both or neither; rejects when the phone is full. */
export const keep = (entry, photo) =>
  within("readwrite", (entries, photos) => {
    entries.add(entry)
    if (photo) photos.add({ key: entry.key, bytes: photo })
  })

/** All entries of whatever household. */
export const allEntries = () =>
  within("readonly", (entries, _photos, answer) => {
    entries.getAll().onsuccess = ({ target }) => answer(target.result)
  })

export const photoOf = (key) =>
  within("readonly", (_entries, photos, answer) => {
    photos.get(key).onsuccess = ({ target }) => answer(target.result?.bytes)
  })

/** Chooses an entry among all and changes it, in one transaction: two tabs never take the same one. */
export const change = (choose, changed) =>
  within("readwrite", (entries, photos, answer) => {
    entries.getAll().onsuccess = ({ target }) => {
      const entry = choose(target.result)
      const next = entry && changed(entry)
      if (!next) return
      entries.put(next)
      if (next.state === "sent" || !next.hasPhoto) photos.delete(next.key)
      answer(next)
    }
  })

export const forget = (key) =>
  within("readwrite", (entries, photos) => {
    entries.delete(key)
    photos.delete(key)
  })
