export default { vi: { translation: {} }, en: { translation: {} } }
