import "../styles/all.css";
